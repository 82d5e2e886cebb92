"""The rooms where workbooks are read and written; nothing else knows a workbook library."""

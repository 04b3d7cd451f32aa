"""Writers: documents, workbooks and pictures out of reports and scenes."""

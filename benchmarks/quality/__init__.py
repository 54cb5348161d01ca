"""How good the extraction is: precision, recall and F1 against articles labelled by hand."""

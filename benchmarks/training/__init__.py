"""Training of the reader: from labelled articles and a free encoder to the model that is shipped.

``python -m benchmarks.training`` (or ``make train``) needs the extra ``train``; nothing here is
needed to use conflictkg.
"""

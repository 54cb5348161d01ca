"""On an existing Dask cluster."""


class Cluster:
    pass

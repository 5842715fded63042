import sys
import time

from tests.elasticsearch import node

with node(int(sys.argv[1])) as url:
    print(url, flush=True)
    while True:
        time.sleep(3600)

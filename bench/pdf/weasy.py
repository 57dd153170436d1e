"""Sets with WeasyPrint what is asked for on standard input, a line each."""

import json
import logging
import sys
import time

from weasyprint import HTML

logging.disable(logging.CRITICAL)
for line in sys.stdin:
    order = json.loads(line)
    if not order["source"]:
        break
    began = time.perf_counter()
    HTML(filename=order["source"]).write_pdf(order["out"], pdf_variant="pdf/ua-1", pdf_tags=True)
    print(f"{(time.perf_counter() - began) * 1000:.3f}", flush=True)

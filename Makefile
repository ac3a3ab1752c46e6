# The work is done by scripts/, which run on Windows too; these are only short names for them.
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { command -v "$$name"; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help python site kit offline serve check refresh test proof lock clean

help:
	@echo "Các lệnh của Loa:"
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

python:
	@test -n "$(PYTHON)" || { echo "Máy này chưa có Python 3.11 trở lên. Debian, Ubuntu:"; \
	echo "  sudo apt install python3 python3-venv"; exit 2; }

site: python ## dựng trang vào thư mục site/, làm bộ đăng vào kit/
	@$(PYTHON) scripts/build_site.py

kit: python ## chỉ làm bộ đăng vào thư mục kit/
	@$(PYTHON) scripts/make_kit.py

offline: python ## dựng bản mang đi (USB, điện thoại): ban-mang-di/ và ban-mang-di.zip
	@$(PYTHON) scripts/offline_edition.py

serve: python ## xem thử trên máy này; lưu bài là trang tự cập nhật
	@$(PYTHON) scripts/serve_site.py

check: python ## soát nhanh bài viết và dữ liệu, không dựng trang
	@$(PYTHON) scripts/check_content.py

refresh: python ## viết lại lược đồ, mẫu bài, hướng dẫn theo phần khai báo
	@$(PYTHON) scripts/refresh_generated.py

test: python ## chạy mọi kiểm thử, đúng như máy kiểm tra tự động
	@$(PYTHON) scripts/run_tests.py

proof: python ## chạy phần kiểm chứng dài
	@$(PYTHON) scripts/run_tests.py --proof

lock: python ## khoá lại phiên bản thư viện theo pyproject.toml
	@$(PYTHON) scripts/lock_requirements.py

clean: ## xoá những gì đã dựng ra (giữ lại .venv)
	@rm -rf site ban-mang-di ban-mang-di.zip kit build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@echo "Đã xoá site/, ban-mang-di/, kit/, build/ và các bộ nhớ đệm."

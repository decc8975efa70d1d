# The plain front: each verb installs what the machine lacks, builds what it needs, and does one thing.

JOBS ?= $(shell nproc)
# How long each fuzzer runs.
SECONDS ?= 60
SOURCES = $(shell git ls-files '*.cc' '*.h')

.PHONY: help demo test quick tsan bench fuzz tidy format format-check deb apidocs clean

help:
	@echo "make demo          build the program and see it take a database up and down"
	@echo "make test          all tests, with address and undefined-behaviour sanitizers"
	@echo "make quick         all tests without sanitizers: the shortest way from a change to an answer"
	@echo "make tsan          all tests with the thread sanitizer"
	@echo "make bench         the benchmarks, side by side with the tools that Limbeck is measured against"
	@echo "make fuzz          each fuzz target for SECONDS=60 with clang's libFuzzer"
	@echo "make tidy          clang-tidy on every file"
	@echo "make format        clang-format on every file; format-check only looks"
	@echo "make deb           Debian packages of the program and the library, checked, in build/deb"
	@echo "make apidocs       the library's reference by Doxygen, in build/apidocs"
	@echo "make clean         remove build/"

demo:
	@tools/bootstrap build
	@cmake --preset release >/dev/null
	@cmake --build --preset release --target limbeck_program --parallel $(JOBS)
	@tools/demo build/release/limbeck

test: PRESET = dev
quick: PRESET = quick
tsan: PRESET = tsan
test quick tsan:
	@tools/bootstrap build test
	@cmake --preset $(PRESET) >/dev/null
	@cmake --build --preset $(PRESET) --parallel $(JOBS)
	@ctest --test-dir build/$(PRESET) --output-on-failure --parallel $(JOBS)

bench:
	@tools/bootstrap build bench
	@cmake --preset release -D LIMBECK_BENCH=ON >/dev/null
	@cmake --build --preset release --parallel $(JOBS)
	@bench/run build/release

fuzz:
	@tools/bootstrap build fuzz
	@cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz --target fuzz_targets --parallel $(JOBS)
	@tests/fuzz/run build/fuzz $(SECONDS)

tidy:
	@tools/bootstrap build test tidy
	@cmake --preset tidy >/dev/null
	@cmake --build --preset tidy --parallel $(JOBS)

format:
	@tools/bootstrap tidy
	@clang-format-14 -i $(SOURCES)

format-check:
	@tools/bootstrap tidy
	@clang-format-14 --dry-run -Werror $(SOURCES)

deb:
	@tools/bootstrap build deb
	@packaging/make-deb build/deb

apidocs:
	@tools/bootstrap docs
	@cmake -E make_directory build/apidocs
	@doxygen docs/Doxyfile

clean:
	@cmake -E rm -rf build

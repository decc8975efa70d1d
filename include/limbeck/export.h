#pragma once

/// Marks what the shared library offers; everything else stays inside.
#define LIMBECK_API __attribute__((visibility("default")))

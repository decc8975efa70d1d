#include "draw/graphviz.h"

#include <memory>

#include "base/shared_library.h"
#include "limbeck/error.h"

// Graphviz is met as the few functions of its C interface that a picture takes; its headers are not needed.

namespace limbeck::draw {
namespace {

constexpr const char* kLayoutLibrary = "libgvc.so.6";
constexpr const char* kGraphLibrary = "libcgraph.so.6";

Error NotInstalled() {
  return Error(ErrorKind::kUnsupported, "pictures are laid out by Graphviz, and its library is not installed")
      .Hint("install graphviz, or ask for --format mermaid, dot or text");
}

/// A graph and the context that lays it out, both Graphviz's own objects.
class Picture {
 public:
  explicit Picture(const std::string& dot)
      : layout_(kLayoutLibrary, NotInstalled),
        graphs_(kGraphLibrary, NotInstalled),
        context_(layout_.Find<void*()>("gvContext")()),
        graph_(graphs_.Find<void*(const char*)>("agmemread")(dot.c_str())) {
    if (graph_ == nullptr) throw Error(ErrorKind::kInternal, "Graphviz cannot read the graph");
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  ~Picture() {
    if (graph_ == nullptr) return;
    layout_.Find<int(void*, void*)>("gvFreeLayout")(context_, graph_);
    graphs_.Find<int(void*)>("agclose")(graph_);
    layout_.Find<int(void*)>("gvFreeContext")(context_);
  }

  std::string Draw(const std::string& format) {
    if (layout_.Find<int(void*, void*, const char*)>("gvLayout")(context_, graph_, "dot") != 0) {
      throw Error(ErrorKind::kUnsupported, "Graphviz cannot lay the graph out");
    }
    char* data = nullptr;
    unsigned int length = 0;
    const auto render = layout_.Find<int(void*, void*, const char*, char**, unsigned int*)>("gvRenderData");
    if (render(context_, graph_, format.c_str(), &data, &length) != 0) {
      throw Error(ErrorKind::kUnsupported, "this Graphviz draws no " + format);
    }
    std::string drawn(data, length);
    layout_.Find<void(char*)>("gvFreeRenderData")(data);
    return drawn;
  }

 private:
  SharedLibrary layout_;
  SharedLibrary graphs_;
  void* context_;
  void* graph_;
};

}  // namespace

std::string RenderDot(const std::string& dot, const std::string& format) {
  return Picture(dot).Draw(format);
}

}  // namespace limbeck::draw

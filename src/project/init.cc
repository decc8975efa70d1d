#include "project/init.h"

#include <fmt/format.h>

#include <memory>
#include <vector>

#include "base/text.h"
#include "limbeck/error.h"
#include "project/mako_native.h"
#include "project/new_revision_file.h"
#include "project/python_path.h"
#include "project/template_files.h"
#include "project/template_renderer.h"
#include "project/toml_config.h"

namespace limbeck::project {
namespace {

constexpr const char* kIniTemplate = "alembic.ini.mako";
constexpr const char* kTomlTemplate = "pyproject.toml.mako";

Error NoSuchTemplate(const std::string& name) {
  std::vector<std::string> names;
  for (const EnvironmentTemplate& it : EnvironmentTemplates()) names.push_back(it.name);
  const std::string meant = DidYouMean(name, names);
  return Error(ErrorKind::kCommand, "No such template " + name)
      .Hint(meant.empty() ? "the templates are " + Join(names, ", ") : fmt::format("did you mean {}?", meant));
}

/// One run of `init`.
class Initialisation {
 public:
  Initialisation(const InitRequest& request, FileSystem& files, StatusSink& status)
      : request_(request), files_(files), status_(status), folder_(PythonPath(request.folder)) {}

  void Run() {
    if (files_.Exists(folder_) && !files_.ListDirectory(folder_).empty()) {
      throw Error(ErrorKind::kCommand, fmt::format("Directory {} already exists and is not empty", folder_));
    }
    const std::vector<std::string> names = TemplateFileNames(request_.environment);
    if (names.empty()) throw NoSuchTemplate(request_.environment);
    EnsureFolder(folder_, files_, status_);
    EnsureFolder(JoinPythonPath(folder_, "versions"), files_, status_);
    for (const std::string& name : names) WriteTemplateFile(name);
    if (request_.package) WritePackages();
    SayWhatIsNext();
  }

 private:
  void WriteTemplateFile(const std::string& name) {
    if (name == kIniTemplate) {
      WriteIni();
    } else if (name == kTomlTemplate) {
      WriteToml();
    } else {
      const std::string path = Absolute(JoinPythonPath(folder_, name));
      Write("Generating " + path, path, std::string(*FindTemplateFile(request_.environment, name)));
    }
  }

  void WriteIni() {
    const std::string path = Absolute(request_.config.ini);
    if (files_.Exists(path)) {
      status_.Say(fmt::format("File {} already exists, skipping", path));
    } else {
      Write("Generating " + path, path, RenderConfig(kIniTemplate, path));
    }
  }

  void WriteToml() {
    has_toml_ = true;
    const std::string path = Absolute(request_.config.toml);
    if (!files_.Exists(path)) {
      Write("Generating " + path, path, RenderConfig(kTomlTemplate, path));
      return;
    }
    const std::string text = files_.ReadFile(path);
    if (HasTomlSection(std::make_shared<SourceFile>(path, text))) {
      status_.Say(fmt::format("File {} already exists and already has a [tool.alembic] section, skipping", path));
    } else {
      Write("Appending to existing " + path, path, text + "\n\n" + RenderConfig(kTomlTemplate, path));
    }
  }

  std::string RenderConfig(const std::string& name, const std::string& path) const {
    const std::string_view text = *FindTemplateFile(request_.environment, name);
    const MakoTemplate mako = ParseMako(std::make_shared<SourceFile>(name, std::string(text)));
    return NativeRenderer().Render(mako, {{"script_location", LocationFor(path)}});
  }

  /// The folder as the configuration names it: from the file's own place, unless it was given from the root.
  std::string LocationFor(const std::string& config_path) const {
    if (folder_.front() == '/') return folder_;
    return JoinPythonPath("%(here)s", RelativePath(files_.AbsolutePath(folder_), FolderOf(NormalPath(config_path))));
  }

  void WritePackages() {
    for (const std::string& folder : {folder_, JoinPythonPath(folder_, "versions")}) {
      const std::string path = Absolute(JoinPythonPath(folder, "__init__.py"));
      Write("Adding " + path, path, "");
    }
  }

  void SayWhatIsNext() {
    const std::string ini = Absolute(request_.config.ini);
    if (has_toml_) {
      status_.Say(
          fmt::format("Please edit configuration settings in {} and configuration/connection/logging settings "
                      "in {} before proceeding.",
                      Absolute(request_.config.toml), ini));
    } else {
      status_.Say(fmt::format("Please edit configuration/connection/logging settings in {} before proceeding.", ini));
    }
  }

  void Write(const std::string& what, const std::string& path, const std::string& text) {
    Status writing(status_, what);
    files_.WriteFile(path, text);
    writing.Done();
  }

  std::string Absolute(const std::string& path) const { return AbsolutePythonPath(files_, path); }

  const InitRequest& request_;
  FileSystem& files_;
  StatusSink& status_;
  std::string folder_;
  bool has_toml_ = false;
};

}  // namespace

void InitScriptDirectory(const InitRequest& request, FileSystem& files, StatusSink& status) {
  Initialisation(request, files, status).Run();
}

}  // namespace limbeck::project

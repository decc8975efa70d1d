#include "cli/manual_page.h"

#include "base/text.h"
#include "cli/version.h"

namespace limbeck::cli {
namespace {

constexpr const char* kDescription = R"(.SH DESCRIPTION
Runs the migrations of an Alembic project without Python. It reads
.IR alembic.ini ,
.I env.py
and the revisions as they are, and speaks to SQLite and PostgreSQL itself.
Called by the name
.B alembic
it is worded as Alembic.
.PP
A long option may be cut short as long as no other begins so.
)";

constexpr const char* kFacts = R"(.SH REVISIONS
.TP
.IR ae10 ", " 1975ea83b712
a revision by the beginning of its id, or all of it
.TP
.BR head ", " heads ", " base
the last revision, the last of each branch, and what was before the first
.TP
.BR +2 ", " \-1 ", " \fIae10\fB+2
so many steps from where the database is, or from a revision
.TP
\fILABEL\fB@head\fR, \fILABEL\fB@base\fR, \fILABEL\fB@+1
the same on one branch
.TP
.BR current
what the database has:
.BR show ,
.B edit
and
.B history \-r
.TP
\fIae10\fB:\fI27c6
a range:
.B history \-r
and
.B \-\-sql
.SH EXIT STATUS
.TP
.B 0
done, or nothing to do
.TP
.B 1
a script or the database failed
.TP
.B 2
the command line makes no sense
.TP
.B 130
interrupted
.TP
.B 255
what was asked for makes no sense for this project or database
.SH ENVIRONMENT
.TP
.B ALEMBIC_CONFIG
the configuration file, where
.B \-c
names none
.TP
.BR EDITOR ", " VISUAL
what
.B edit
opens files with
.TP
.B NO_COLOR
no colour, also on a terminal
.TP
.B COLUMNS
the width of help and messages
.SH FILES
.TP
.IR alembic.ini ", " pyproject.toml
the configuration
)";

/// Text as roff reads it: no backslash, hyphen or first character means anything.
std::string Escaped(const std::string& text) {
  const std::string plain = ReplaceAll(ReplaceAll(text, "\\", "\\e"), "-", "\\-");
  const bool is_request = !plain.empty() && (plain.front() == '.' || plain.front() == '\'');
  return is_request ? "\\&" + plain : plain;
}

std::string OptionText(const Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.names) {
    const std::string value = option.kind == OptionKind::kFlag ? "" : " \\fI" + Escaped(option.Metavar()) + "\\fR";
    names.push_back("\\fB" + Escaped(name) + "\\fR" + value);
  }
  return ".TP\n" + Join(names, ", ") + "\n" + Escaped(option.help) + "\n";
}

std::string OptionTexts(const std::vector<Option>& options) {
  std::string text;
  for (const Option& option : options) {
    if (!option.hidden) text += OptionText(option);
  }
  return text;
}

std::string PositionalText(const Positional& positional) {
  const bool optional = positional.count == Count::kOptional || positional.count == Count::kZeroOrMore;
  const bool many = positional.count == Count::kOneOrMore || positional.count == Count::kZeroOrMore;
  const std::string name = "\\fI" + Escaped(positional.name) + "\\fR" + (many ? " ..." : "");
  return optional ? " [" + name + "]" : " " + name;
}

std::string CommandText(const CommandSpec& command) {
  std::string text = ".SS " + Escaped(command.name) + "\n\\fBlimbeck " + Escaped(command.name) + "\\fR";
  if (!command.options.empty()) text += " [\\fIoptions\\fR]";
  for (const Positional& positional : command.positionals) text += PositionalText(positional);
  text += "\n.PP\n" + Escaped(command.help) + "\n" + OptionTexts(command.options);
  if (command.examples.empty()) return text;
  text += ".PP\n.nf\n";
  for (const std::string& line : Split(command.examples, '\n')) {
    if (!line.empty()) text += Escaped(line) + "\n";
  }
  return text + ".fi\n";
}

}  // namespace

std::string ManualPage(const std::vector<Option>& global_options, const std::vector<CommandSpec>& commands) {
  std::string text = std::string(".TH LIMBECK 1 \"\" \"limbeck ") + kVersion + "\" \"User Commands\"\n";
  text += ".SH NAME\nlimbeck \\- run Alembic's migrations natively\n";
  text += ".SH SYNOPSIS\n\\fBlimbeck\\fR [\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n";
  text += kDescription;
  text += ".SH OPTIONS\nThese stand before the command.\n" + OptionTexts(global_options);
  text += ".SH COMMANDS\n";
  for (const CommandSpec& command : commands) {
    if (!command.group.empty()) text += CommandText(command);
  }
  return text + kFacts;
}

}  // namespace limbeck::cli

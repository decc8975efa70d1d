#include "project/mako_native.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

/// Those of the variables in reference.py that are texts and lists.
const TemplateVariables kVariables = {
    {"message", "message"}, {"up_revision", "ae10"}, {"down_revision", TextTuple{{"a", "b"}}}, {"markup", "<b> & 'c'"},
    {"padded", "  p "},     {"empty", ""},           {"items", TextList{{"a", "b"}}}};
const std::set<std::string> kElsewhere = {"number", "pairs", "shout", "repeat", "manager", "context"};

std::optional<std::string> Render(const std::string& text, const TemplateVariables& variables = kVariables) {
  return RenderMakoNatively(ParseMako(MakeSource("t.mako", text)), variables, kElsewhere);
}

TEST(RenderMakoNatively, WritesWhatMakoWritesOrNothing) {
  Texts rendered;
  for (const FileCase& it : ReadCases("mako_cases.txt")) {
    if (it.expected[0] == '!') continue;
    const std::optional<std::string> text = Render(it.input);
    if (!text) continue;
    EXPECT_EQ(PythonRepr(*text) + "\n", it.expected) << it.name;
    rendered.push_back(it.name);
  }
  EXPECT_EQ(rendered, (Texts{"Text", "UndefinedIsFalse", "Comments", "JoinedText", "ManyLines (differs)",
                             "EncodingLineIsDropped", "Quotes (escaped)", "PercentInText"}));
}

TEST(RenderMakoNatively, KnowsSimpleExpressions) {
  const TemplateVariables variables = {{"text", "it's"},
                                       {"none", PythonNone{}},
                                       {"one", TextTuple{{"a"}}},
                                       {"two", TextTuple{{"a", "b"}}},
                                       {"list", TextList{{"a", "b"}}},
                                       {"date", CreateDate{2024, 1, 31, 12, 0, 0, 5, 3600, 0}}};
  const std::pair<const char*, const char*> rows[] = {
      {"text", "it's"},
      {" text ", "it's"},
      {"none", "None"},
      {"one", "('a',)"},
      {"two", "('a', 'b')"},
      {"list", "['a', 'b']"},
      {"date", "2024-01-31 12:00:00.000005+01:00"},
      {"repr(text)", "\"it's\""},
      {"repr(none)", "None"},
      {"str(repr(two))", "('a', 'b')"},
      {"two | comma,n", "a, b"},
      {"none | comma,n", ""},
      {"comma(list)", "a, b"},
      {"', '.join(two)", "a, b"},
      {"text if text else 'x'", "it's"},
      {"nosuch if nosuch else 'x'", "x"},
      {"nosuch or none or 'x'", "x"},
      {"none or text", "it's"},
      {"text and none", "None"},
      {"not none", "True"},
      {"not not text", "True"},
      {"text == \"it's\"", "True"},
      {"text != 'a'", "True"},
      {"none is None", "True"},
      {"text is not None", "True"},
      {"text.upper().lower().strip()", "it's"},
      {"text.replace(\"'\", '')", "its"},
      {"'a' 'b' + text", "abit's"},
      {"('a' if none else ('b'))", "b"},
      {"'<' + text | h", "&lt;it&#39;s"},
      {"repr(number) if none else 'x'", "x"},
  };
  for (const auto& [code, expected] : rows)
    EXPECT_EQ(Render(std::string("${") + code + "}", variables), expected) << code;
}

TEST(RenderMakoNatively, LeavesTheRestToTheInterpreter) {
  for (const char* text : {"${nosuch}",
                           "${number}",
                           "${len(items)}",
                           "${items[0]}",
                           "${message.title()}",
                           "${repr}",
                           "${(message}",
                           "${message + 1}",
                           "${message if message}",
                           "${f'{message}'}",
                           "${b'x'}",
                           "${items | n}",
                           "${message | shout}",
                           "${repr(message, 1)}",
                           "${lambda: 1}",
                           "<% x = 1 %>",
                           "<%! import re %>",
                           "<%def name='f()'>x</%def>",
                           "<%block>x</%block>",
                           "<%page expression_filter='h'/>x",
                           "<%text filter='h'>x</%text>",
                           "% for x in items:\n% endfor\n",
                           "% if number:\n% endif\n"}) {
    try {
      EXPECT_EQ(Render(text), std::nullopt) << text;
    } catch (const Error& error) {
      EXPECT_EQ(std::string(text), "${(message}") << error.Render();
    }
  }
  EXPECT_EQ(Render("${" + std::string(1000, '(') + "message" + std::string(1000, ')') + "}"), std::nullopt);
}

TEST(RenderMakoNatively, KnowsIf) {
  const std::string text = "% if empty:\na\n% elif message == 'message':\nb\n% else:\nc\n% endif\n";
  EXPECT_EQ(Render(text), "b\n");
  EXPECT_EQ(Render(text, {}), "c\n");
  EXPECT_EQ(Render("% if message: # comment\nx\n% endif\n"), "x\n");
}

}  // namespace
}  // namespace limbeck::project

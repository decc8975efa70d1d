#include <gtest/gtest.h>

#include "project/cases_test.h"
#include "project/mako_template.h"

namespace limbeck::project {
namespace {

TEST(ParseMako, ShowsThePlaceOfAnError) {
  const std::pair<const char*, const char*> rows[] = {
      {"x\ny ${a\n", "Expected: \\|,}\n  at t.mako:2:3\n    y ${a\n      ^~"},
      {"x <% a", "Expected: %>\n  at t.mako:1:3\n    x <% a\n      ^~"},
      {"${a] }", "unmatched ']'\n  at t.mako:1:4\n    ${a] }\n       ^"},
      {"% if x:\n% for y in x:\n% endfor\n",
       "Unterminated control keyword: 'if'\n  at t.mako:1:3\n    % if x:\n      ^~~~~"},
      {"% if x:\n  %  endfor  \n",
       "Keyword 'endfor  ' doesn't match keyword 'if'\n  at t.mako:2:6\n      %  endfor  \n         ^~~~~~~~"},
      {"a\n  % if x\n",
       "Fragment 'if x' is not a partial control statement\n  at t.mako:2:5\n      % if x\n        ^~~~"},
      {"<%def name='f()'>\nx", "Unclosed tag: <%def>\n  at t.mako:1:1\n    <%def name='f()'>\n    ^~~~~~~~~~~~~~~~~"},
      {"<%doc>\n", "Unclosed tag: <%doc>\n  at t.mako:1:1\n    <%doc>\n    ^~"},
      {"x\n<%include file='a'/>",
       "the Mako tag <%include> is not supported\n  at t.mako:2:1\n    <%include file='a'/>\n    ^~~~~~~~~~~~~~~~~~~~\n"
       "  hint: a template of revisions stands alone"},
      {"<%def name='f()' x='1'/>",
       "Invalid attribute for tag 'def': 'x'\n  at t.mako:1:21\n    <%def name='f()' x='1'/>\n                        "
       "^"},
      {"<%page args='1'/>",
       "page argument '1' is not a name or \"name=default\"\n  at t.mako:1:14\n    <%page args='1'/>\n                 "
       "^"},
  };
  for (const auto& [text, error] : rows) {
    EXPECT_EQ(ErrorOf([&, text = text] { ParseMako(MakeSource("t.mako", text)); }), error);
  }
}

TEST(ParseMako, JoinsNeighbouringTexts) {
  const MakoTemplate mako = ParseMako(MakeSource("t.mako", "a\n## gone\nb\\\nc\n%% d\n"));
  ASSERT_EQ(mako.nodes.size(), 1U);
  EXPECT_EQ(std::get<MakoText>(mako.nodes[0].value).text, "a\nbc\n% d\n");
}

TEST(ParseMako, BuildsATree) {
  const MakoTemplate mako = ParseMako(
      MakeSource("t.mako", "% if a:\nx\n% elif b:\n<%def name='f(x, y=1)' filter='h, trim'>z</%def>\n% endif\n"));
  ASSERT_EQ(mako.nodes.size(), 1U);
  const auto& control = std::get<MakoControl>(mako.nodes[0].value);
  ASSERT_EQ(control.clauses.size(), 2U);
  EXPECT_EQ(control.clauses[1].keyword, "elif");
  EXPECT_EQ(mako.source->Text(control.clauses[1].line), "elif b:");
  const auto& def = std::get<MakoDef>(control.clauses[1].body.at(0).value);
  EXPECT_EQ(def.function, "f");
  EXPECT_EQ(mako.source->Text(def.parameters), "x, y=1");
  ASSERT_EQ(def.filters.size(), 2U);
  EXPECT_EQ(mako.source->Text(def.filters[1]), "trim");
}

}  // namespace
}  // namespace limbeck::project

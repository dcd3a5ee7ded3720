// Expressions: how tightly operators bind, and every literal.
#include <gtest/gtest.h>

#include "unit/parse/parsing.h"

namespace migc::parse::testing {

const std::vector<Case>& ExpressionCases() {
  static const std::vector<Case> cases = {
      {R"mig(delete from t where a = 1 + 2 * 3 - 4 / 5 % 6;)mig",
       R"mig(
delete from t
  where: binary =
    name a
    binary -
      binary +
        number 1
        binary *
          number 2
          number 3
      binary %
        binary /
          number 4
          number 5
        number 6
)mig"},
      {R"mig(delete from t where a || b || 'c' <> 'd' and not x or y and z;)mig",
       R"mig(
delete from t
  where: binary or
    binary and
      binary <>
        binary ||
          binary ||
            name a
            name b
          string 'c'
        string 'd'
      unary not
        name x
    binary and
      name y
      name z
)mig"},
      {R"mig(delete from t where a <= -3.14 and b >= +1e6 and c < 1.5e-3 or d > .5 and e != 0;)mig",
       R"mig(
delete from t
  where: binary or
    binary and
      binary and
        binary <=
          name a
          unary -
            number 3.14
        binary >=
          name b
          unary +
            number 1e6
      binary <
        name c
        number 1.5e-3
    binary and
      binary >
        name d
        number .5
      binary !=
        name e
        number 0
)mig"},
      {R"mig(delete from t where a is null and b is not null or (c is null) is not null;)mig",
       R"mig(
delete from t
  where: binary or
    binary and
      is null
        name a
      is null negated
        name b
    is null negated
      parens
        is null
          name c
)mig"},
      {R"mig(delete from t where a in (1, 2,) and b not in ('x') or c between 1 + 1 and 2 and d not between 3 and 4;)mig",
       R"mig(
delete from t
  where: binary or
    binary and
      in
        name a
        number 1
        number 2
      in negated
        name b
        string 'x'
    binary and
      between
        name c
        binary +
          number 1
          number 1
        number 2
      between negated
        name d
        number 3
        number 4
)mig"},
      {R"mig(delete from t where a like 'x%' and b not like lower(c);)mig",
       R"mig(
delete from t
  where: binary and
    like
      name a
      string 'x%'
    like negated
      name b
      call lower
        name c
)mig"},
      {R"mig(delete from t where case when a then 1 when b then 2 end = case x when 1 then 'p' else 'q' end;)mig",
       R"mig(
delete from t
  where: binary =
    case
      name a
      number 1
      name b
      number 2
    case with operand with else
      name x
      number 1
      string 'p'
      string 'q'
)mig"},
      {R"mig(delete from t where cast(a as decimal(10,2)) > cast('3' as double precision);)mig",
       R"mig(
delete from t
  where: binary >
    cast
      name a
      type: decimal(10,2)
    cast
      string '3'
      type: double precision
)mig"},
      {R"mig(delete from t where coalesce(a, b.c, "D".e, s.t.c) = f() and count(*) = s.g(1,);)mig",
       R"mig(
delete from t
  where: binary and
    binary =
      call coalesce
        name a
        name b.c
        name "D".e
        name s.t.c
      call f
    binary =
      call count
        star
      call s.g
        number 1
)mig"},
      {R"mig(delete from t where a = true or a = false or a = null or b = x'DEADbeef' or b = X'' or c = date '2026-01-31' or d = timestamp '2026-01-31 12:00:00';)mig",
       R"mig(
delete from t
  where: binary or
    binary or
      binary or
        binary or
          binary or
            binary or
              binary =
                name a
                true
              binary =
                name a
                false
            binary =
              name a
              null
          binary =
            name b
            bytes 'DEADbeef'
        binary =
          name b
          bytes ''
      binary =
        name c
        date '2026-01-31'
    binary =
      name d
      timestamp '2026-01-31 12:00:00'
)mig"},
      {R"mig(delete from t where date = date '2026-01-31' and timestamp = timestamp and date(timestamp) = current_date;)mig",
       R"mig(
delete from t
  where: binary and
    binary and
      binary =
        name date
        date '2026-01-31'
      binary =
        name timestamp
        name timestamp
    binary =
      call date
        name timestamp
      name current_date
)mig"},
      {R"mig(delete from t where a = sql $$ now() - '1 day' $$ or b = sql (postgres $$ x $$, else $x$ $$y$$ $x$,);)mig",
       R"mig(
delete from t
  where: binary or
    binary =
      name a
      sql
        text $$ now() - '1 day' $$
    binary =
      name b
      sql
        text for postgres $$ x $$
        text $$ $$y$$ $$
)mig"},
      {R"mig(delete from t where not not a and - - - b = (- 3) and not a = b;)mig",
       R"mig(
delete from t
  where: binary and
    binary and
      unary not
        unary not
          name a
      binary =
        unary -
          parens
            unary -
              parens
                unary -
                  name b
        parens
          unary -
            number 3
    unary not
      binary =
        name a
        name b
)mig"},
      {R"mig(delete from t where ((a));)mig",
       R"mig(
delete from t
  where: parens
    name a
)mig"},
      {R"mig(delete from t where (a) and (b);)mig",
       R"mig(
delete from t
  where: binary and
    parens
      name a
    parens
      name b
)mig"},
      {R"mig(delete from t where TRUE and Not NULL is Null;)mig",
       R"mig(
delete from t
  where: binary and
    true
    unary not
      is null
        null
)mig"},
      {R"mig(delete from t where größe = 'ß😀' and "😀" = naïve;)mig",
       R"mig(
delete from t
  where: binary and
    binary =
      name größe
      string 'ß😀'
    binary =
      name "😀"
      name naïve
)mig"},
  };
  return cases;
}

namespace {

TEST(Expressions, BecomeTheirTree) {
  for (const Case& c : ExpressionCases()) EXPECT_EQ(ParseStatement(c.source), c.Result()) << c.source;
}

}  // namespace
}  // namespace migc::parse::testing

// The tokens of a text, and that every text has some.
#include <MigcLexer.h>
#include <gtest/gtest.h>

#include <random>

#include "parse/lexer.h"
#include "unit/parse/grammar_lexer.h"
#include "unit/parse/parsing.h"

namespace migc::parse {
namespace {

using generated::MigcLexer;

// `KIND text`, a token a line.
std::string Tokens(std::string_view text) {
  const MigcLexer lexer(nullptr);
  std::string result;
  for (const Lexeme& token : Lex(text).tokens) {
    if (token.kind == kEnd) break;
    result += fmt::format("{} {}\n", lexer.getVocabulary().getSymbolicName(token.kind),
                          text.substr(token.begin, token.end - token.begin));
  }
  return result;
}

TEST(Lexer, TellsNumbersFromIds) {
  EXPECT_EQ(Tokens("12 12e5 1e15e7122cc9 1.5 .5 1e-6 1E+6 1.e 5a 0x1f 1_0"),
            "INTEGER 12\nEXPONENT_INTEGER 12e5\nDIGIT_WORD 1e15e7122cc9\nDECIMAL 1.5\nDECIMAL .5\nDECIMAL 1e-6\nDECIMAL 1E+6\n"
            "INTEGER 1\nDOT .\nWORD e\nDIGIT_WORD 5a\nDIGIT_WORD 0x1f\nDIGIT_WORD 1_0\n");
  EXPECT_EQ(Tokens("a.b 1-2 1--2\n t.5"), "WORD a\nDOT .\nWORD b\nINTEGER 1\nMINUS -\nINTEGER 2\nINTEGER 1\nWORD t\nDECIMAL .5\n");
}

TEST(Lexer, KnowsKeywordsInAnyCase) {
  EXPECT_EQ(Tokens("create CREATE CrEaTe creates null NULL check"),
            "CREATE create\nCREATE CREATE\nCREATE CrEaTe\nWORD creates\nNULL_ null\nNULL_ NULL\nCHECK_ check\n");
}

TEST(Lexer, FindsTheEndOfQuotedTexts) {
  EXPECT_EQ(Tokens("'it''s' '' '\n' \"a \"\"b\"\" c\" x'DEAD' X'' x 'y' 'a'b"),
            "STRING 'it''s'\nSTRING ''\nSTRING '\n'\nQUOTED_NAME \"a \"\"b\"\" c\"\nBYTES x'DEAD'\nBYTES X''\nWORD x\nSTRING 'y'\n"
            "STRING 'a'\nWORD b\n");
  EXPECT_EQ(Tokens("'a' 'b"), "STRING 'a'\nUNTERMINATED_STRING 'b\n");
  EXPECT_EQ(Tokens("\"b''"), "UNTERMINATED_NAME \"b''\n");
}

TEST(Lexer, FindsTheEndOfRawText) {
  EXPECT_EQ(Tokens("$$ a $b $ ${x} ' \" -- /* $$ $$$$"), "RAW $$ a $b $ ${x} ' \" -- /* $$\nRAW $$$$\n");
  EXPECT_EQ(Tokens("$a$ $$ $b$ $a b$a$ $_1$$_1$"), "RAW $a$ $$ $b$ $a b$a$\nRAW $_1$$_1$\n");
  EXPECT_EQ(Tokens("$a$$$a$"), "RAW $a$$$a$\n");
  EXPECT_EQ(Tokens("$ä$ ' $ä$;"), "RAW $ä$ ' $ä$\nSEMI ;\n");
  EXPECT_EQ(Tokens("$A$ x $a$"), "UNTERMINATED_RAW $A$ x $a$\n");
  EXPECT_EQ(Tokens("$$ a $"), "UNTERMINATED_RAW $$ a $\n");
  EXPECT_EQ(Tokens("$1$ ${x}"), "STRAY $\nINTEGER 1\nSTRAY $\nSTRAY $\nLBRACE {\nWORD x\nRBRACE }\n");
}

TEST(Lexer, LeavesCommentsOut) {
  EXPECT_EQ(Tokens("a -- b ' $$ /*\n/* c -- ' ** / */ d /***/ e --"), "WORD a\nWORD d\nWORD e\n");
  EXPECT_EQ(Tokens("a /* b *"), "WORD a\nUNTERMINATED_COMMENT /* b *\n");
  const Lexemes lexemes = Lex("a --b\n/*c*/");
  ASSERT_EQ(lexemes.comments.size(), 2u);
  EXPECT_EQ(lexemes.comments[0].begin, 2u);
  EXPECT_EQ(lexemes.comments[0].end, 5u);
}

TEST(Lexer, TakesLettersOfEveryScript) {
  EXPECT_EQ(Tokens("größe имя 名前 नाम a名_1 _"), "WORD größe\nWORD имя\nWORD 名前\nWORD नाम\nWORD a名_1\nWORD _\n");
  EXPECT_EQ(Tokens("a😀 €"), "WORD a\nSTRAY 😀\nSTRAY €\n");
  EXPECT_EQ(Tokens("\xC2\xA0"), "STRAY \xC2\xA0\n");
}

// The hand-written lexer says of every text what the grammar says of it.
TEST(Lexer, AgreesWithTheGrammar) {
  constexpr std::string_view kPieces[] = {
      "'",      "''",   "\"",     "\"\"", "$$",     "$a$",    "$ä$", "$",   "--",      "/*",          "*/",   "\n",
      " ",      "x'",   "X'ab'",  "1",    "12",     "e",      "E5",  "e+",  "e-",      ".",           ".5",   "-",
      "+",      "a",    "é",      "😀",    "{",      "}",      "(",   ")",   "[",       "]",           ";",    ",",
      "||",     "|",    "<",      ">",    "=",      "!",      "&",   "&&",  "@",       ">",           "@>",   "~",
      "\\",     "#",    "\r",     "\t",   "%",      "*",      "/",   "not", "_",       "create",      "NULL", "check",
      "checks", "名前", "\u0301", "\x01", "\u00A0", "\uFEFF", "-|-", "<@",  "renamed", "materialized"};
  std::mt19937 random(2);
  for (int run = 0; run < 4000; ++run) {
    std::string text = run % 50 == 0 ? "\uFEFF" : "";
    for (unsigned i = random() % 30; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    const Lexemes ours = Lex(text);
    const Lexemes theirs = testing::LexByGrammar(text);
    ASSERT_EQ(ours.tokens, theirs.tokens) << text;
    ASSERT_EQ(ours.comments, theirs.comments) << text;
  }
}

// Whatever the text, tokens and comments follow one another with nothing but blanks between them, up to its end.
TEST(Lexer, CoversEveryText) {
  constexpr std::string_view kPieces[] = {"'",  "\"", "$$", "$a$", "$", "--",  "/*", "*/",   "\n",    " ",  "x'", "1",
                                          "e",  ".",  "-",  "+",   "a", "é",   "😀",  "{",    "}",     "(",  ")",  "[",
                                          "]",  ";",  ",",  "||",  "<", ">",   "=",  "!",    "&&",    "@>", "\\", "#",
                                          "\r", "\t", "%",  "*",   "/", "not", "_",  "\x01", "\u00A0"};
  std::mt19937 random(1);
  for (int run = 0; run < 2000; ++run) {
    std::string text;
    for (unsigned i = random() % 40; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    const Lexemes lexemes = Lex(text);
    std::vector<Lexeme> all = lexemes.tokens;
    all.insert(all.end(), lexemes.comments.begin(), lexemes.comments.end());
    std::sort(all.begin(), all.end(), [](const Lexeme& a, const Lexeme& b) { return a.begin < b.begin; });
    std::size_t at = 0;
    for (const Lexeme& lexeme : all) {
      ASSERT_LE(at, lexeme.begin) << text;
      const std::string between = text.substr(at, lexeme.begin - at);
      ASSERT_EQ(between.find_first_not_of(" \t\r\n\f\v"), std::string::npos) << text;
      at = lexeme.end;
    }
    ASSERT_EQ(at, text.size()) << text;
  }
}

}  // namespace
}  // namespace migc::parse

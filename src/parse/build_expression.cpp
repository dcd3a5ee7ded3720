#include <algorithm>
#include <string>
#include <utility>

#include "migc/base/text.h"
#include "migc/parse/parse.h"
#include "parse/build.h"
#include "parse/token_stream.h"

namespace migc::parse {

namespace {

using ast::Expr;
using ast::ExprKind;

// An expression with the depth of its tree. Parentheses are bounded before parsing; a chain of operators is not, and every
// operator of it is a level of the tree that the phases after this one walk.
struct Tree {
  Expr expr;
  int depth = 1;
};

class ExpressionBuilder {
 public:
  explicit ExpressionBuilder(const Input& in) : in_(in) {}

  Tree Expression(Grammar::ExpressionContext& rule);

 private:
  Tree Condition(Grammar::ConditionContext& rule);
  Tree Predicate(Tree left, Grammar::PredicateContext& rule);
  Tree Arithmetic(Grammar::ArithmeticContext& rule);
  Tree Primary(Grammar::PrimaryContext& rule);
  Tree Raw(Grammar::PrimaryContext& rule);
  Tree String(Grammar::PrimaryContext& rule, ExprKind kind);
  Tree Case(Grammar::PrimaryContext& rule);
  Tree Call(Grammar::ColumnOrCallContext& rule);
  Tree Node(ExprKind kind, source::Span span, std::vector<Tree> operands);
  Tree Leaf(ExprKind kind, antlr4::tree::TerminalNode& node, std::string text);
  Tree Binary(Tree left, std::string sign, Tree right);
  Tree Unary(const antlr4::Token& sign, std::string text, Tree operand);
  Tree Signed(const std::vector<const antlr4::Token*>& signs, Tree operand);
  void CheckMixed(const std::vector<const antlr4::Token*>& operators);

  const Input& in_;
  bool too_deep_ = false;
};

bool BindsTightly(const antlr4::Token& sign) {
  return sign.getType() == Grammar::STAR || sign.getType() == Grammar::SLASH || sign.getType() == Grammar::PERCENT;
}

Tree ExpressionBuilder::Node(ExprKind kind, source::Span span, std::vector<Tree> operands) {
  Tree result;
  result.expr.kind = kind;
  result.expr.span = span;
  for (Tree& operand : operands) {
    result.depth = std::max(result.depth, operand.depth + 1);
    result.expr.operands.push_back(std::move(operand.expr));
  }
  if (result.depth <= kMaxExpressionDepth) return result;
  if (!std::exchange(too_deep_, true)) {
    in_.sink.Report(diag::Make(diag::Kind::kExpressionTooDeep, span, kMaxExpressionDepth)
                        .WithHelp("put parts of it into parentheses or a generated column, or use in (…) for a chain of `or`"));
  }
  result.expr = Expr{};  // nothing of a file with an error is used
  result.depth = 1;
  return result;
}

Tree ExpressionBuilder::Leaf(ExprKind kind, antlr4::tree::TerminalNode& node, std::string text) {
  Tree result = Node(kind, SpanOf(in_, node), {});
  result.expr.text = std::move(text);
  return result;
}

std::vector<Tree> Both(Tree left, Tree right) {
  std::vector<Tree> result;
  result.push_back(std::move(left));
  result.push_back(std::move(right));
  return result;
}

std::vector<Tree> One(Tree operand) {
  std::vector<Tree> result;
  result.push_back(std::move(operand));
  return result;
}

Tree ExpressionBuilder::Binary(Tree left, std::string sign, Tree right) {
  const source::Span span = source::Cover(left.expr.span, right.expr.span);
  Tree result = Node(ExprKind::kBinary, span, Both(std::move(left), std::move(right)));
  result.expr.text = std::move(sign);
  return result;
}

Tree ExpressionBuilder::Unary(const antlr4::Token& sign, std::string text, Tree operand) {
  const source::Span span = source::Cover(SpanOf(in_, sign), operand.expr.span);
  Tree result = Node(ExprKind::kUnary, span, One(std::move(operand)));
  result.expr.text = std::move(text);
  return result;
}

// `- - 5` becomes `-(-5)`: printed without the parentheses, two signs would begin a comment.
Tree ExpressionBuilder::Signed(const std::vector<const antlr4::Token*>& signs, Tree operand) {
  for (auto sign = signs.rbegin(); sign != signs.rend(); ++sign) {
    if (sign != signs.rbegin()) {
      const source::Span span = operand.expr.span;
      operand = Node(ExprKind::kParens, span, One(std::move(operand)));
    }
    operand = Unary(**sign, (*sign)->getText(), std::move(operand));
  }
  return operand;
}

Tree ExpressionBuilder::Expression(Grammar::ExpressionContext& rule) {
  // `and` binds more tightly than `or`: a run of `and` is finished when an `or` comes.
  std::vector<Tree> alternatives;
  std::vector<Tree> run;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (!IsToken(*child)) {
      Tree tree = Condition(static_cast<Grammar::ConditionContext&>(*child));
      if (run.empty()) {
        run.push_back(std::move(tree));
      } else {
        run.back() = Binary(std::move(run.back()), "and", std::move(tree));
      }
    } else if (TokenOf(*child).getType() == Grammar::OR) {
      alternatives.push_back(std::move(run.back()));
      run.clear();
    }
  }
  alternatives.push_back(std::move(run.back()));
  Tree result = std::move(alternatives.front());
  for (std::size_t i = 1; i < alternatives.size(); ++i) result = Binary(std::move(result), "or", std::move(alternatives[i]));
  return result;
}

Tree ExpressionBuilder::Condition(Grammar::ConditionContext& rule) {
  Tree result;
  std::vector<const antlr4::Token*> nots;
  const Grammar::PredicateContext* first = nullptr;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child)) {
      nots.push_back(&TokenOf(*child));
      continue;
    }
    if (RuleOf(*child) == Grammar::RuleArithmetic) {
      result = Arithmetic(static_cast<Grammar::ArithmeticContext&>(*child));
      continue;
    }
    auto& predicate = static_cast<Grammar::PredicateContext&>(*child);
    if (first != nullptr && predicate.IS() == nullptr) {
      in_.sink.Report(diag::Make(diag::Kind::kChainedComparison, SpanOf(in_, predicate))
                          .WithNote(SpanOf(in_, *first), "the first one")
                          .WithHelp("join two comparisons with `and`, or put one into parentheses"));
      break;
    }
    if (first == nullptr) first = &predicate;
    result = Predicate(std::move(result), predicate);
  }
  for (auto sign = nots.rbegin(); sign != nots.rend(); ++sign) result = Unary(**sign, "not", std::move(result));
  return result;
}

Tree ExpressionBuilder::Predicate(Tree left, Grammar::PredicateContext& rule) {
  const source::Span span = source::Cover(left.expr.span, SpanOf(in_, rule));
  std::vector<Tree> operands = One(std::move(left));
  for (Grammar::ArithmeticContext* operand : rule.arithmetic()) operands.push_back(Arithmetic(*operand));
  ExprKind kind = ExprKind::kBinary;
  if (rule.IS() != nullptr) {
    kind = ExprKind::kIsNull;
  } else if (rule.BETWEEN() != nullptr) {
    kind = ExprKind::kBetween;
  } else if (rule.LIKE() != nullptr) {
    kind = ExprKind::kLike;
  } else if (Grammar::ExpressionListContext* list = rule.expressionList()) {
    kind = ExprKind::kIn;
    for (Grammar::ExpressionContext* item : list->expression()) operands.push_back(Expression(*item));
  }
  Tree result = Node(kind, span, std::move(operands));
  if (kind == ExprKind::kBinary) {
    result.expr.text = rule.start->getText();
  } else {
    result.expr.negated = rule.NOT() != nullptr;
  }
  return result;
}

// Databases disagree on how tightly `||` binds beside the others: on SQLite more than `*`, elsewhere less.
void ExpressionBuilder::CheckMixed(const std::vector<const antlr4::Token*>& operators) {
  const auto is_concat = [](const antlr4::Token* sign) { return sign->getType() == Grammar::CONCAT; };
  const auto concat = std::find_if(operators.begin(), operators.end(), is_concat);
  const auto other = std::find_if_not(operators.begin(), operators.end(), is_concat);
  if (concat == operators.end() || other == operators.end()) return;
  in_.sink.Report(diag::Make(diag::Kind::kMixedConcatenation, SpanOf(in_, **other), (*other)->getText())
                      .WithNote(SpanOf(in_, **concat), "the `||`")
                      .WithHelp("put what belongs together into parentheses"));
}

Tree ExpressionBuilder::Arithmetic(Grammar::ArithmeticContext& rule) {
  std::vector<Tree> terms;                      // what + - || join
  std::vector<const antlr4::Token*> operators;  // all of them
  std::vector<const antlr4::Token*> joins;      // + - ||
  std::vector<const antlr4::Token*> signs;
  const antlr4::Token* pending = nullptr;
  bool after_operand = false;
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child)) {
      const antlr4::Token* token = &TokenOf(*child);
      if (after_operand) {
        pending = token;
        operators.push_back(token);
      } else {
        signs.push_back(token);
      }
      after_operand = false;
      continue;
    }
    Tree operand = Signed(signs, Primary(static_cast<Grammar::PrimaryContext&>(*child)));
    signs.clear();
    after_operand = true;
    if (pending != nullptr && BindsTightly(*pending)) {
      terms.back() = Binary(std::move(terms.back()), pending->getText(), std::move(operand));
    } else {
      if (pending != nullptr) joins.push_back(pending);
      terms.push_back(std::move(operand));
    }
  }
  CheckMixed(operators);
  Tree result = std::move(terms.front());
  for (std::size_t i = 0; i < joins.size(); ++i) {
    result = Binary(std::move(result), joins[i]->getText(), std::move(terms[i + 1]));
  }
  return result;
}

Tree ExpressionBuilder::Case(Grammar::PrimaryContext& rule) {
  std::vector<Tree> operands;
  for (Grammar::ExpressionContext* part : rule.expression()) operands.push_back(Expression(*part));
  Tree result = Node(ExprKind::kCase, SpanOf(in_, rule), std::move(operands));
  result.expr.has_operand = !IsToken(*rule.children[1]);
  result.expr.has_else = rule.ELSE() != nullptr;
  return result;
}

Tree ExpressionBuilder::Call(Grammar::ColumnOrCallContext& rule) {
  ast::Name name{{BuildIdent(in_, *rule.expressionName())}, SpanOf(in_, *rule.expressionName())};
  for (const Grammar::IdentContext* ident : rule.ident()) name.parts.push_back(BuildIdent(in_, *ident));
  name.span = source::Cover(name.span, name.parts.back().span);
  Grammar::CallArgumentsContext* arguments = rule.callArguments();
  std::vector<Tree> operands;
  if (arguments != nullptr) {
    for (Grammar::ExpressionContext* argument : arguments->expression()) operands.push_back(Expression(*argument));
    if (antlr4::tree::TerminalNode* star = arguments->STAR()) operands.push_back(Leaf(ExprKind::kStar, *star, ""));
  }
  Tree result = Node(arguments == nullptr ? ExprKind::kName : ExprKind::kCall, SpanOf(in_, rule), std::move(operands));
  result.expr.name = std::move(name);
  return result;
}

// The digits of x'…'; what is no pair of digits is reported.
std::string Digits(const Input& in, antlr4::tree::TerminalNode& node) {
  const std::string text = node.getText();
  std::string digits = text.substr(2, text.size() - 3);
  const bool hexadecimal = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  if (!hexadecimal || digits.size() % 2 != 0) {
    in.sink.Report(
        diag::Make(diag::Kind::kBadBytes, SpanOf(in, node))
            .WithHelp(hexadecimal ? "add the digit that is missing; each byte has two" : "x'…' holds 0-9 and a-f alone"));
  }
  return digits;
}

Tree ExpressionBuilder::Raw(Grammar::PrimaryContext& rule) {
  Tree result = Node(ExprKind::kSql, SpanOf(in_, rule), {});
  if (antlr4::tree::TerminalNode* raw = rule.RAW()) {
    result.expr.texts.push_back({{}, BuildRaw(in_, *raw).text, true, SpanOf(in_, *raw)});
  } else {
    result.expr.texts = BuildDialectRaws(in_, rule.dialectRawList()->dialectRaw());
  }
  return result;
}

// A date, a timestamp or a string alone.
Tree ExpressionBuilder::String(Grammar::PrimaryContext& rule, ExprKind kind) {
  auto& string = static_cast<antlr4::tree::TerminalNode&>(*rule.children.back());
  Tree result = Leaf(kind, string, BuildString(in_, string).text);
  result.expr.span = SpanOf(in_, rule);
  return result;
}

// The first token tells which of its forms it has, but for the words that are names too.
Tree ExpressionBuilder::Primary(Grammar::PrimaryContext& rule) {
  antlr4::tree::ParseTree& first = *rule.children.front();
  if (!IsToken(first)) return Call(static_cast<Grammar::ColumnOrCallContext&>(first));
  auto& node = static_cast<antlr4::tree::TerminalNode&>(first);
  switch (rule.start->getType()) {
    case Grammar::CASE:
      return Case(rule);
    case Grammar::LPAREN:
      return Node(ExprKind::kParens, SpanOf(in_, rule),
                  One(Expression(static_cast<Grammar::ExpressionContext&>(*rule.children[1]))));
    case Grammar::CAST: {
      Tree result = Node(ExprKind::kCast, SpanOf(in_, rule), One(Expression(*rule.expression(0))));
      result.expr.type.push_back(BuildType(in_, *rule.dataType()));
      return result;
    }
    case Grammar::SQL:
      return Raw(rule);
    case Grammar::STRING:
      return String(rule, ExprKind::kString);
    case Grammar::DATE:
      return String(rule, ExprKind::kDate);
    case Grammar::TIMESTAMP:
      return String(rule, ExprKind::kTimestamp);
    case Grammar::BYTES:
      return Leaf(ExprKind::kBytes, node, Digits(in_, node));
    case Grammar::NULL_:
      return Leaf(ExprKind::kNull, node, "");
    case Grammar::TRUE:
      return Leaf(ExprKind::kTrue, node, "");
    case Grammar::FALSE:
      return Leaf(ExprKind::kFalse, node, "");
    default:
      return Leaf(ExprKind::kNumber, node, node.getText());
  }
}

}  // namespace

ast::Expr BuildExpression(const Input& in, Grammar::ExpressionContext& rule) { return ExpressionBuilder(in).Expression(rule).expr; }

ast::Expr BuildClause(const Input& in, Grammar::ExpressionContext& rule) {
  Expr result = BuildExpression(in, rule);
  if (result.kind != ExprKind::kParens) return result;
  return std::move(result.operands.front());
}

}  // namespace migc::parse

#include "lower/types.h"

#include <charconv>
#include <limits>

#include "lower/dialects.h"
#include "lower/names.h"
#include "lower/raw.h"
#include "migc/base/text.h"

namespace migc::lower {
namespace {

constexpr std::uint32_t kMostCharacters = 2147483647;
constexpr std::uint32_t kMostDigits = 1000;  // PostgreSQL's numeric; no dialect has more
constexpr std::uint32_t kMostFraction = 9;   // Oracle's timestamp; no dialect has more
constexpr int kMostDimensions = 6;           // PostgreSQL's MAXDIM

struct TypeRule {
  std::string_view name;
  ir::TypeKind kind;
  std::size_t least_arguments = 0;
  std::size_t most_arguments = 0;
  std::string_view argument = "length";
  std::uint32_t least = 1;
  std::uint32_t most = kMostCharacters;
};

using ir::TypeKind;

constexpr TypeRule kRules[] = {
    {"boolean", TypeKind::kBoolean},
    {"smallint", TypeKind::kSmallint},
    {"integer", TypeKind::kInteger},
    {"int", TypeKind::kInteger},
    {"bigint", TypeKind::kBigint},
    {"decimal", TypeKind::kDecimal, 0, 2, "precision", 1, kMostDigits},
    {"numeric", TypeKind::kDecimal, 0, 2, "precision", 1, kMostDigits},
    {"real", TypeKind::kReal},
    {"double precision", TypeKind::kDouble},
    {"double", TypeKind::kDouble},
    {"char", TypeKind::kChar, 1, 1},
    {"varchar", TypeKind::kVarchar, 0, 1},
    {"text", TypeKind::kText},
    {"nchar", TypeKind::kNchar, 1, 1},
    {"nvarchar", TypeKind::kNvarchar, 1, 1},
    {"binary", TypeKind::kBinary, 1, 1},
    {"varbinary", TypeKind::kVarbinary, 1, 1},
    {"blob", TypeKind::kBlob},
    {"date", TypeKind::kDate},
    {"time", TypeKind::kTime, 0, 1, "precision", 0, kMostFraction},
    {"timestamp", TypeKind::kTimestamp, 0, 1, "precision", 0, kMostFraction},
    {"interval", TypeKind::kInterval},
    {"uuid", TypeKind::kUuid},
    {"json", TypeKind::kJson},
    {"jsonb", TypeKind::kJsonb},
    {"xml", TypeKind::kXml},
};

const TypeRule* FindRule(const ast::Name& name) {
  if (name.parts.size() != 1 || name.parts[0].quoted) return nullptr;
  const std::string wanted = base::LowerAscii(name.parts[0].text);
  for (const TypeRule& rule : kRules) {
    if (rule.name == wanted) return &rule;
  }
  return nullptr;
}

// "no argument", "a length", "a precision, or a precision and a scale"
std::string Wanted(const TypeRule& rule) {
  const std::string argument(rule.argument);
  if (rule.most_arguments == 0) return "none";
  if (rule.most_arguments == 2) return "at most a " + argument + " and a scale";
  return rule.least_arguments == 1 ? "one, the " + argument : "at most one, the " + argument;
}

std::string ArgumentHelp(const TypeRule& rule, std::size_t given) {
  const std::string name(rule.name);
  if (given == 0) return "write " + name + "(n)" + (rule.kind == TypeKind::kNvarchar ? ", or text where there is no limit" : "");
  if (rule.kind == TypeKind::kText) return "write varchar(n) for a text of limited length";
  if (rule.kind == TypeKind::kBlob) return "write varbinary(n) for bytes of limited length";
  return rule.most_arguments == 0 ? "write " + name : "write " + name + (rule.most_arguments == 2 ? "(18,2)" : "(n)");
}

std::optional<std::uint32_t> Number(const std::string& text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::uint32_t> Argument(Context& context, const ast::TypeRef& type, const TypeRule& rule, std::size_t index,
                                      std::uint32_t least, std::uint32_t most) {
  if (index >= type.arguments.size()) return std::nullopt;
  const std::optional<std::uint32_t> value = Number(type.arguments[index]);
  if (value && *value >= least && *value <= most) return value;
  const std::string_view argument = index == 0 ? rule.argument : "scale";
  context.Report(diag::Make(diag::Kind::kTypeArgumentRange, type.span, rule.name, argument, type.arguments[index], least, most)
                     .WithHelp(index == 0 ? "write a number in that range"
                                          : "the scale counts the digits after the point, the precision all of them"));
  return std::nullopt;
}

void LowerPortable(Context& context, const ast::TypeRef& written, const TypeRule& rule, ir::Type& type) {
  type.kind = rule.kind;
  const std::size_t count = written.arguments.size();
  if (count < rule.least_arguments || count > rule.most_arguments) {
    context.Report(diag::Make(diag::Kind::kTypeArguments, written.span, rule.name, count, Plural(count), Wanted(rule))
                       .WithHelp(ArgumentHelp(rule, count)));
    return;
  }
  type.length = Argument(context, written, rule, 0, rule.least, rule.most);
  type.scale = Argument(context, written, rule, 1, 0, type.length.value_or(rule.most));
  type.with_time_zone = written.with_time_zone;
  if (type.with_time_zone && rule.kind != TypeKind::kTimestamp) {
    context.Report(diag::Make(diag::Kind::kTypeTimeZone, written.span, rule.name)
                       .WithHelp("write timestamp with time zone, or native (…) for a type of one dialect"));
  }
}

void LowerNamed(Context& context, const ast::TypeRef& written, ir::Type& type) {
  type.kind = TypeKind::kNamed;
  type.name = LowerName(context, written.name, "a type has");
  if (written.arguments.empty() && !written.with_time_zone) return;
  std::vector<std::string> names;
  for (const TypeRule& rule : kRules) names.emplace_back(rule.name);
  const std::string_view portable = ir::PortableNameOf(type.name.name);
  std::string help = portable.empty() ? DidYouMean(base::LowerAscii(type.name.name), names,
                                                   "write native (" + context.dialect() + " '…') for a type of one dialect")
                                      : "write " + std::string(portable);
  context.Report(diag::Make(diag::Kind::kUnknownTypeWithArguments, written.span, type.name.Text()).WithHelp(std::move(help)));
}

void LowerNative(Context& context, const ast::TypeRef& written, ir::Type& type) {
  const Alternatives alternatives = AlternativesOf(written.native);
  CheckDialects(context, alternatives);
  if (const auto chosen = Choose(context.options.lineage, alternatives)) {
    const ast::DialectText& text = written.native[*chosen];
    const std::size_t errors = context.sink.errors();
    type.native = LowerDialectText(context, text, "this type");
    DropFinalSemicolon(type.native);
    if (type.native.empty() && context.sink.errors() == errors) {
      context.Report(diag::Make(diag::Kind::kEmptyRawSql, text.span, "this type").WithHelp("write the type between the quotes"));
    }
  } else if (written.only_native) {
    context.Report(diag::Make(diag::Kind::kNoNativeType, written.span, context.dialect(), ListDialects(alternatives))
                       .WithHelp("add `" + context.dialect() + " '…'` to the list, or write a portable type before `native`"));
  }
}

}  // namespace

ir::Type LowerType(Context& context, const ast::TypeRef& written) {
  ir::Type type;
  type.origin = written.span;
  type.array_dimensions = written.array_dimensions;
  if (written.array_dimensions > kMostDimensions) {
    const int dimensions = written.array_dimensions;
    context.Report(diag::Make(diag::Kind::kArrayDimensions, written.span, dimensions, kMostDimensions)
                       .WithHelp("write fewer `[]`, or make it a json column"));
  }
  if (written.only_native) {
    type.kind = TypeKind::kNative;
  } else if (const TypeRule* rule = FindRule(written.name)) {
    LowerPortable(context, written, *rule, type);
  } else {
    LowerNamed(context, written, type);
  }
  if (!written.native.empty()) LowerNative(context, written, type);
  return type;
}

std::vector<ir::Type> LowerTypes(Context& context, const std::vector<ast::TypeRef>& types) {
  std::vector<ir::Type> out;
  for (const ast::TypeRef& type : types) out.push_back(LowerType(context, type));
  return out;
}

}  // namespace migc::lower

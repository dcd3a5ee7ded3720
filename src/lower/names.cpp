#include "lower/names.h"

#include <map>

#include "lower/text.h"

namespace migc::lower {

ir::Identifier LowerIdent(Context& context, const ast::Ident& ident) {
  if (!ident.quoted) return {ident.text, ident.span};
  const std::size_t errors = context.sink.errors();
  ir::Identifier name(Substitute(context, {ident.text, Quoting::kName, ident.span}), ident.span);
  // A placeholder without a value leaves an empty name too, and has been reported.
  const bool is_empty = name.empty() && context.sink.errors() == errors;
  if (is_empty) context.Report(diag::Make(diag::Kind::kEmptyName, ident.span).WithHelp("put a name between the quotes"));
  return name;
}

ir::Identifier LowerIdent(Context& context, const std::optional<ast::Ident>& ident) {
  return ident ? LowerIdent(context, *ident) : ir::Identifier();
}

std::vector<ir::Identifier> LowerIdents(Context& context, const std::vector<ast::Ident>& idents) {
  std::vector<ir::Identifier> names;
  names.reserve(idents.size());
  for (const ast::Ident& ident : idents) names.push_back(LowerIdent(context, ident));
  return names;
}

ir::Name LowerName(Context& context, const ast::Name& name, std::string_view owner) {
  constexpr std::size_t kMost = 2;
  if (name.parts.size() > kMost) {
    context.Report(diag::Make(diag::Kind::kNameParts, name.span, name.parts.size(), owner, kMost)
                       .WithHelp("write it as schema.name; which database it is in is the connection's business"));
  }
  ir::Name out;
  out.origin = name.span;
  if (name.parts.empty()) return out;
  if (name.parts.size() > 1) out.schema = LowerIdent(context, name.parts[name.parts.size() - 2]).text;
  out.name = LowerIdent(context, name.parts.back()).text;
  return out;
}

ir::Name LowerName(Context& context, const std::optional<ast::Name>& name, std::string_view owner) {
  return name ? LowerName(context, *name, owner) : ir::Name();
}

void CheckDistinct(Context& context, const std::vector<ir::Identifier>& columns) {
  std::map<std::string_view, const ir::Identifier*> seen;
  for (const ir::Identifier& column : columns) {
    const auto [first, fresh] = seen.emplace(column.text, &column);
    if (fresh || column.empty()) continue;
    context.Report(diag::Make(diag::Kind::kDuplicateColumn, column.origin.span, column.text)
                       .WithNote(first->second->origin.span, "it stands here already")
                       .WithHelp("leave one of them out"));
  }
}

std::vector<ir::Identifier> LowerColumnList(Context& context, const std::vector<ast::Ident>& columns) {
  std::vector<ir::Identifier> names = LowerIdents(context, columns);
  CheckDistinct(context, names);
  return names;
}

}  // namespace migc::lower

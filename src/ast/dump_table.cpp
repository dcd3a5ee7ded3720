#include "ast/dump_writer.h"

namespace migc::ast {

namespace {

std::string_view ActionName(ReferenceAction action) {
  switch (action) {
    case ReferenceAction::kNone:
      return {};
    case ReferenceAction::kNoAction:
      return "no action";
    case ReferenceAction::kRestrict:
      return "restrict";
    case ReferenceAction::kCascade:
      return "cascade";
    case ReferenceAction::kSetNull:
      return "set null";
    case ReferenceAction::kSetDefault:
      return "set default";
  }
  return {};
}

std::string_view AttributeName(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::kNotNull:
      return "not null";
    case AttributeKind::kNull:
      return "null";
    case AttributeKind::kPrimaryKey:
      return "primary key";
    case AttributeKind::kUnique:
      return "unique";
    case AttributeKind::kCheck:
      return "check";
    case AttributeKind::kReferences:
      return "references";
    case AttributeKind::kDefault:
      return "default";
    case AttributeKind::kIdentity:
      return "identity";
    case AttributeKind::kGenerated:
      return "generated";
    case AttributeKind::kCharacterSet:
      return "character set";
    case AttributeKind::kCollate:
      return "collate";
    case AttributeKind::kComment:
      return "comment";
  }
  return {};
}

std::string_view ConstraintName(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return "primary key";
    case ConstraintKind::kUnique:
      return "unique";
    case ConstraintKind::kCheck:
      return "check";
    case ConstraintKind::kForeignKey:
      return "foreign key";
    case ConstraintKind::kExclude:
      return "exclude";
  }
  return {};
}

std::string Named(std::string_view label, const std::optional<Ident>& name) {
  return name ? " " + std::string(label) + " " + Show(*name) : std::string();
}

std::string Listed(const std::vector<Ident>& idents) { return idents.empty() ? "" : " (" + Show(idents) + ")"; }

void WriteAttribute(Writer& writer, const Attribute& attribute) {
  if (attribute.identity) return Write(writer, *attribute.identity);
  writer.Line(std::string(AttributeName(attribute.kind)) + (attribute.text ? " " + Show(*attribute.text) : "") +
              Flag(attribute.storage == Storage::kStored, "stored") + Flag(attribute.storage == Storage::kVirtual, "virtual") +
              Flag(attribute.nulls_not_distinct, "nulls not distinct") + Flag(attribute.not_valid, "not valid") +
              Named("named", attribute.constraint_name));
  const Writer::Level level(writer);
  if (attribute.expr) Write(writer, "", *attribute.expr);
  if (attribute.reference) Write(writer, *attribute.reference);
}

std::string OrderOf(const IndexKey& key) {
  return Flag(key.order == SortOrder::kAscending, "asc") + Flag(key.order == SortOrder::kDescending, "desc") +
         Flag(key.nulls == NullsOrder::kFirst, "nulls first") + Flag(key.nulls == NullsOrder::kLast, "nulls last");
}

void WriteKey(Writer& writer, const IndexKey& key) {
  writer.Line("key" + Flag(key.parenthesised, "parenthesised") + OrderOf(key) + (key.opclass ? " ops " + Show(*key.opclass) : "") +
              (key.length ? " length " + *key.length : "") + (key.collation ? " collate " + Show(*key.collation) : ""));
  const Writer::Level level(writer);
  Write(writer, "", key.expr);
}

}  // namespace

void Write(Writer& writer, const Identity& identity) {
  writer.Line("identity" + Flag(identity.always, "always"));
  const Writer::Level level(writer);
  for (const Option& option : identity.options) Write(writer, option);
}

void Write(Writer& writer, const Reference& reference) {
  const ForeignKeyOptions& options = reference.options;
  std::string line = "references " + Show(reference.table) + Listed(reference.columns);
  if (options.on_delete != ReferenceAction::kNone) line += " on delete " + std::string(ActionName(options.on_delete));
  if (options.on_update != ReferenceAction::kNone) line += " on update " + std::string(ActionName(options.on_update));
  line += Flag(options.match_full, "match full");
  if (options.deferrable) line += *options.deferrable ? " deferrable" : " not deferrable";
  if (options.initially_deferred) line += *options.initially_deferred ? " initially deferred" : " initially immediate";
  line += Flag(options.not_valid, "not valid");
  if (!options.repeated.empty()) line += fmt::format(" ({} repeated)", options.repeated.size());
  writer.Line(line);
}

void Write(Writer& writer, const Column& column) {
  writer.Line("column " + Show(column.name) + Named("renamed from", column.renamed_from));
  const Writer::Level level(writer);
  Write(writer, "type", column.type);
  for (const Attribute& attribute : column.attributes) WriteAttribute(writer, attribute);
}

void Write(Writer& writer, const Constraint& constraint) {
  writer.Line("constraint " + std::string(ConstraintName(constraint.kind)) + Listed(constraint.columns) +
              Named("using", constraint.method) + Flag(constraint.nulls_not_distinct, "nulls not distinct") +
              Flag(constraint.not_valid, "not valid") + Named("named", constraint.name));
  const Writer::Level level(writer);
  for (const ExcludeElement& element : constraint.elements) Write(writer, "with " + element.op, element.expr);
  if (constraint.expr) Write(writer, constraint.kind == ConstraintKind::kExclude ? "where" : "", *constraint.expr);
  if (constraint.reference) Write(writer, *constraint.reference);
}

void Write(Writer& writer, const Index& index) {
  writer.Line("index" + Flag(index.unique, "unique") + Named("named", index.name) + Named("using", index.method) +
              (index.include.empty() ? "" : " include" + Listed(index.include)) +
              Flag(index.nulls_not_distinct, "nulls not distinct") + Flag(index.online, "online") +
              Named("renamed from", index.renamed_from));
  const Writer::Level level(writer);
  for (const IndexKey& key : index.keys) WriteKey(writer, key);
  if (index.where) Write(writer, "where", *index.where);
  for (const WithOption& option : index.options) Write(writer, option);
}

void Write(Writer& writer, const CreateTable& table) {
  writer.Line("create table " + Show(table.name) + Flag(table.if_not_exists, "if not exists") +
              Named("renamed from", table.renamed_from));
  const Writer::Level level(writer);
  for (const TableItem& item : table.items) std::visit([&](const auto& alternative) { Write(writer, alternative); }, item);
  if (table.comment) writer.Line("comment " + Show(*table.comment));
  for (const WithOption& option : table.options) Write(writer, option);
}

}  // namespace migc::ast

#include <fmt/format.h>

#include <set>

#include "migc/base/text.h"
#include "migc/dialect/lineage.h"
#include "migc/emit/sql_writer.h"
#include "script/psql_guards.h"

namespace migc::script::psql {
namespace {

std::string Quoted(const Context& context, const catalog::ObjectKey& key) {
  ir::Name name;
  name.schema = key.schema;
  name.name = key.name;
  return emit::QuoteName(context.dialect(), name);
}

// `IF condition THEN` stop: user … may not …
std::string Stop(const Context& context, std::string_view condition, std::string_view what, std::string_view hint) {
  return fmt::format("  IF {} THEN\n", condition) +
         Raise(context, fmt::format("'user ' || current_user || {} || '; nothing was changed'", what), "HINT",
               context.Literal(hint)) +
         "  END IF;\n";
}

std::string MayCreate(const Context& context, const std::string& schema) {
  const std::string_view hint = "Let a user run it who may, or GRANT CREATE ON SCHEMA to this one.";
  if (schema.empty()) {
    return Stop(context, "NOT has_schema_privilege(current_schema(), 'CREATE')",
                "' may not create anything in schema ' || current_schema()", hint);
  }
  const std::string named = context.Literal(emit::QuoteIdentifier(context.dialect(), schema));
  return Stop(context, fmt::format("NOT has_schema_privilege(to_regnamespace({}), 'CREATE')", named),
              context.Literal(fmt::format(" may not create anything in schema {}", OneLine(schema))), hint);
}

}  // namespace

// Whoever may not alter an object is neither its owner nor a member of that role (Manual, 5.8 Privileges: the right to modify or
// drop an object is inherent in being the owner). What an earlier run has renamed or dropped is not found, and not asked for.
std::string PrivilegeGuard(const Context& context) {
  const catalog::Needs& needs = context.input.needs;
  std::string guard;
  // A new name in a schema takes CREATE there (RenameRelation in src/backend/commands/tablecmds.c).
  std::set<std::string> schemas = needs.creates_in;
  schemas.insert(needs.renames_in.begin(), needs.renames_in.end());
  for (const std::string& schema : schemas) guard += MayCreate(context, schema);
  // The right to change a table can be granted there (CREATE; "ALTER TABLE", Required privileges), and no function asks for it.
  if (dialect::IsCockroachdb(context.dialect())) return guard;
  std::vector<std::string> relations;
  std::vector<std::string> types;
  for (const catalog::ObjectKey& key : needs.changes) {
    const bool type = key.kind == catalog::ObjectKind::kEnum;
    (type ? types : relations)
        .push_back(fmt::format("{}({})", type ? "to_regtype" : "to_regclass", context.Literal(Quoted(context, key))));
  }
  const auto owned = [&](const std::vector<std::string>& list, std::string_view kind, std::string_view catalog,
                         std::string_view owner) {
    if (list.empty()) return;
    guard += fmt::format(
        "  SELECT min(oid::{0}::text) INTO other FROM pg_{1}\n"
        "    WHERE oid IN ({2})\n"
        "      AND NOT pg_has_role({3}, 'USAGE');\n",
        kind, catalog, base::Join(list, ",\n      "), owner);
    guard += Stop(context, "other IS NOT NULL", "' does not own ' || other || ', which this script changes'",
                  "Let its owner run this script, or a member of that role.");
  };
  owned(relations, "regclass", "class", "relowner");
  owned(types, "regtype", "type", "typowner");
  return guard;
}

}  // namespace migc::script::psql

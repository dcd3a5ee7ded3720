// The logical schema of a PostgreSQL database, from pg_catalog: that of its default schema.
#include "migc/base/text.h"
#include "support/schema_logical_reader.h"

namespace migc::support {
namespace {

constexpr const char* kTables =
    " c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE "
    "'migc\\_%'";

std::string TypeWord(const std::string& type) {
  if (type.starts_with("character varying")) return "varchar" + type.substr(17);
  if (type.starts_with("timestamp")) return type.substr(0, type.find(' '));
  if (type == "double precision") return "double";
  if (type == "bytea") return "blob";
  return type.starts_with("numeric") ? "decimal" + type.substr(7) : type;
}

std::string Sample(const std::string& value, const LogicalColumn& column) {
  const std::string family = Family(column.type);
  // Longer than the column could hold: a type without a length.
  const std::string type = family == "varchar"   ? "text"
                           : family == "decimal" ? "numeric"
                           : family == "enum"    ? "text"
                           : family == "double"  ? "double precision"
                           : family == "blob"    ? "bytea"
                                                 : family;
  return "CAST(" + (value.empty() ? "NULL" : Quoted(value, '\'')) + " AS " + type + ")";
}

std::string Action(const std::string& code) {
  return code == "r" ? "restrict" : code == "c" ? "cascade" : code == "n" ? "set null" : code == "d" ? "set default" : "no action";
}

class Reader {
 public:
  explicit Reader(const PostgresDatabase& database) : database_(database) {}

  LogicalSchema Read() {
    Columns();
    Constraints();
    Indexes();
    WorkOut(expressions_,
            {[&](const std::string& sql) { return database_.Rows(sql); }, Sample,
             [](const std::string& name) { return Quoted(name, '"'); }},
            schema_);
    Others();
    return std::move(schema_);
  }

 private:
  void Columns() {
    std::string defaults;
    std::vector<std::pair<std::string, std::size_t>> places;
    for (const auto& row : database_.Rows(
             std::string(
                 "SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''), a.attname, CASE WHEN t.typtype = 'e' THEN "
                 "'enum(' || (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) || "
                 "')' ELSE format_type(a.atttypid, a.atttypmod) END, a.attnotnull, a.attidentity <> '', a.attgenerated <> '', "
                 "coalesce(pg_get_expr(d.adbin, d.adrelid), ''), coalesce(col_description(c.oid, a.attnum), '') FROM pg_class") +
             kTables +
             " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = "
             "a.atttypid "
             "LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum ORDER BY 1, a.attnum")) {
      LogicalTable& table = schema_[row[0]];
      table.comment = row[1];
      table.columns.push_back({row[2], TypeWord(row[3]), row[4] == "t", row[5] == "t", "", "", row[8]});
      const std::size_t at = table.columns.size() - 1;
      if (row[6] == "t") {
        expressions_[row[0]].push_back({LogicalExpression::Of::kGenerated, at, row[7]});
      } else if (!row[7].empty()) {
        defaults += (defaults.empty() ? "" : " UNION ALL ") + std::string("SELECT ") + std::to_string(places.size()) + ", (" +
                    row[7] + ")::text";
        places.emplace_back(row[0], at);
      }
    }
    if (places.empty()) return;
    for (const auto& row : database_.Rows(defaults)) {
      const auto& [name, at] = places[std::stoul(row[0])];
      LogicalColumn& column = schema_[name].columns[at];
      if (row[1] != "\\N") column.default_value = "=" + CanonicalValue(row[1], column.type);
    }
  }

  // Functions of triggers are PostgreSQL's own way.
  void Others() {
    const std::string ours = " JOIN pg_namespace n ON n.nspname = 'public' AND n.oid = ";
    for (const auto& row : database_.Rows("SELECT c.relname, g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid" +
                                          ours + "c.relnamespace WHERE NOT g.tgisinternal ORDER BY 2")) {
      schema_[row[0]].triggers.push_back(row[1]);
    }
    for (const auto& row : database_.Rows("SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid" +
                                          ours + "c.relnamespace WHERE c.relkind = 'v' AND a.attnum > 0 ORDER BY 1, a.attnum")) {
      schema_[row[0]].kind = LogicalTable::Kind::kView;
      schema_[row[0]].outputs.push_back(row[1]);
    }
    for (const auto& row :
         database_.Rows("SELECT c.relname, 'start ' || q.seqstart || ' increment ' || q.seqincrement FROM pg_sequence q "
                        "JOIN pg_class c ON c.oid = q.seqrelid" +
                        ours +
                        "c.relnamespace WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = "
                        "c.oid AND d.deptype IN ('a', 'i'))")) {
      schema_[row[0]].kind = LogicalTable::Kind::kSequence;
      schema_[row[0]].options = row[1];
    }
    for (const auto& row :
         database_.Rows("SELECT p.proname, CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END FROM pg_proc p" + ours +
                        "p.pronamespace WHERE p.prorettype <> 'trigger'::regtype AND NOT EXISTS (SELECT FROM pg_depend d WHERE "
                        "d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')")) {
      schema_[row[0]].kind = LogicalTable::Kind::kRoutine;
      schema_[row[0]].options = row[1];
    }
  }

  static std::string Names(const std::string& numbers, const std::string& table) {
    return "(SELECT string_agg(attname, chr(29) ORDER BY o) FROM unnest(" + numbers +
           ") WITH ORDINALITY u(i, o) JOIN pg_attribute ON attrelid = " + table + " AND attnum = u.i)";
  }

  void Constraints() {
    for (const auto& row : database_.Rows(
             "SELECT c.relname, k.contype, coalesce(" + Names("k.conkey", "k.conrelid") +
             ", ''), coalesce(r.relname, ''), coalesce(" + Names("k.confkey", "k.confrelid") +
             ", ''), k.confupdtype, k.confdeltype, coalesce(pg_get_expr(k.conbin, k.conrelid), '') FROM pg_class" + kTables +
             " JOIN pg_constraint k ON k.conrelid = c.oid LEFT JOIN pg_class r ON r.oid = k.confrelid WHERE "
             "k.contype IN ('p', 'u', 'f', 'c')")) {
      LogicalTable& table = schema_[row[0]];
      if (row[1] == "p") table.primary_key = SplitNames(row[2]);
      if (row[1] == "u") table.keys.push_back({SplitNames(row[2]), "", true, true, ""});
      if (row[1] == "f")
        table.references.push_back({SplitNames(row[2]), row[3], SplitNames(row[4]), Action(row[5]), Action(row[6])});
      if (row[1] == "c") expressions_[row[0]].push_back({LogicalExpression::Of::kCheck, 0, row[7]});
    }
  }

  void Indexes() {
    for (const auto& row : database_.Rows(
             std::string(
                 "SELECT c.relname, i.relname, x.indisunique, (SELECT string_agg(coalesce(attname, '(an expression)') || CASE WHEN "
                 "x.indoption[o] & 1 = 1 THEN ' desc' ELSE '' END, chr(29) ORDER BY o) FROM generate_series(0, x.indnkeyatts - 1) "
                 "o LEFT JOIN pg_attribute ON attrelid = c.oid AND attnum = x.indkey[o]), coalesce(pg_get_expr(x.indpred, "
                 "x.indrelid), '') FROM pg_class") +
             kTables +
             " JOIN pg_index x ON x.indrelid = c.oid JOIN pg_class i ON i.oid = x.indexrelid WHERE NOT EXISTS (SELECT FROM "
             "pg_constraint "
             "WHERE conindid = x.indexrelid AND contype IN ('p', 'u'))")) {
      LogicalTable& table = schema_[row[0]];
      table.keys.push_back({SplitNames(row[3]), row[1], row[2] == "t", false, ""});
      if (!row[4].empty()) expressions_[row[0]].push_back({LogicalExpression::Of::kWhere, table.keys.size() - 1, row[4]});
    }
  }

  const PostgresDatabase& database_;
  LogicalSchema schema_;
  LogicalExpressions expressions_;
};

}  // namespace

LogicalSchema ReadLogical(const PostgresDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support

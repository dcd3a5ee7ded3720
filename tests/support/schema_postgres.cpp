// PostgreSQL's schema, read from pg_catalog, and what migc's catalog says it should be.
#include <string_view>

#include "support/schema.h"

namespace migc::support {
namespace {

// What counts: nothing of the engine's own, of an extension, or of migc.
constexpr const char* kOurs =
    " n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = {oid} AND "
    "d.deptype = 'e') ";
constexpr const char* kNotMigc = " c.relname NOT IN ('migc_version', 'migc_history', 'migc_step') ";
// "t", or "s.t" outside the default schema.
constexpr const char* kTable = "CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END";

std::string Ours(const std::string& oid) {
  std::string text = kOurs;
  text.replace(text.find("{oid}"), 5, oid);
  return text;
}

class Reader {
 public:
  explicit Reader(const PostgresDatabase& database) : database_(database) {}

  Schema Read() {
    Tables();
    Columns();
    Constraints();
    Indexes();
    Sequences();
    Others();
    Routines();
    // One question: a process for each would take seconds.
    for (const auto& row : database_.Rows(query_)) {
      auto& map = row[0] == "fact" ? schema_.facts : row[0] == "text" ? schema_.texts : schema_.orders;
      map[row[1]] = row[2];
    }
    return std::move(schema_);
  }

 private:
  // `sql` gives keys and values.
  void Ask(const char* kind, const std::string& sql) {
    query_ += (query_.empty() ? "" : "\nUNION ALL\n") + std::string("SELECT '") + kind + "', key::text, value::text FROM (" + sql +
              ") AS q (key, value)";
  }
  void Facts(const std::string& sql) { Ask("fact", sql); }
  void Texts(const std::string& sql) { Ask("text", sql); }
  static std::string Relations() {
    return std::string(" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE") + Ours("c.oid") + "AND" + kNotMigc;
  }

  void Tables() {
    Facts(std::string("SELECT 'table ' || ") + kTable +
          ", coalesce('''' || replace(obj_description(c.oid, 'pg_class'), '''', '''''') || '''', '')" + Relations() +
          "AND c.relkind IN ('r', 'p')");
    Texts(std::string("SELECT 'options of ' || ") + kTable + ", coalesce(array_to_string(c.reloptions, ','), '')" + Relations() +
          "AND c.relkind IN ('r', 'p')");
    Ask("order",
        std::string("SELECT ") + kTable +
            ", (SELECT string_agg(attname, ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT "
            "attisdropped)" +
            Relations() + "AND c.relkind IN ('r', 'p')");
    Facts(std::string("SELECT 'privilege ' || ") + kTable +
          " || ' ' || lower(x.privilege_type) || ' ' || CASE WHEN x.grantee = 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END, "
          "''" +
          " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, LATERAL aclexplode(c.relacl) x WHERE" + Ours("c.oid") +
          "AND" + kNotMigc + "AND x.grantee <> c.relowner AND c.relkind IN ('r', 'p', 'v', 'm')");
  }

  void Columns() {
    const std::string from =
        std::string(" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace") +
        " JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem LEFT JOIN pg_attrdef f ON f.adrelid = "
        "c.oid AND f.adnum = a.attnum" +
        " LEFT JOIN pg_sequence q ON a.attidentity <> '' AND q.seqrelid = pg_get_serial_sequence(quote_ident(n.nspname) || '.' || "
        "quote_ident(c.relname), a.attname)::regclass" +
        " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND" + Ours("c.oid") + "AND" + kNotMigc;
    const std::string name = std::string(kTable) + " || '.' || a.attname";
    const std::string enum_name =
        "(SELECT CASE WHEN m.nspname = 'public' THEN '' ELSE m.nspname || '.' END FROM pg_namespace m WHERE m.oid = "
        "t.typnamespace)";
    Facts("SELECT 'type of ' || " + name + ", CASE WHEN t.typtype = 'e' THEN " + enum_name +
          " || t.typname WHEN e.typtype = 'e' THEN " + enum_name +
          " || e.typname || '[]' ELSE format_type(a.atttypid, a.atttypmod) END" + from);
    Facts("SELECT 'column ' || " + name +
          ", concat_ws(' ', CASE WHEN a.attnotnull THEN 'not null' END, CASE WHEN a.atthasdef AND a.attgenerated = '' THEN "
          "'default' END,"
          " CASE a.attidentity WHEN 'a' THEN 'identity always' WHEN 'd' THEN 'identity' END,"
          " '(start ' || q.seqstart || ' increment ' || q.seqincrement || ' cache ' || q.seqcache || CASE WHEN q.seqcycle THEN ' "
          "cycle' ELSE '' END || ')',"
          " CASE a.attgenerated WHEN 's' THEN 'generated stored' WHEN 'v' THEN 'generated virtual' END,"
          " (SELECT 'collate ' || collname FROM pg_collation WHERE oid = a.attcollation AND collname <> 'default'),"
          " 'comment ''' || replace(col_description(c.oid, a.attnum), '''', '''''') || '''')" +
          from);
    Texts("SELECT 'default of ' || " + name + ", coalesce(pg_get_expr(f.adbin, f.adrelid), '')" + from);
  }

  void Constraints() {
    const std::string columns =
        "(SELECT string_agg(attname, ', ' ORDER BY o) FROM unnest(k.{0}) WITH ORDINALITY u(i, o) JOIN pg_attribute ON attrelid = "
        "k.{1} AND attnum = u.i)";
    const auto of = [&](const std::string& array, const std::string& table) {
      std::string text = columns;
      text.replace(text.find("{0}"), 3, array);
      text.replace(text.find("{1}"), 3, table);
      return text;
    };
    const std::string action =
        "CASE {} WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END";
    const auto rule = [&](const std::string& column) { return std::string(action).replace(action.find("{}"), 2, column); };
    const std::string from =
        std::string(" FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace") +
        " LEFT JOIN pg_class rc ON rc.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace LEFT JOIN pg_index x "
        "ON x.indexrelid = k.conindid AND k.contype = 'u'" +
        " WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND" + Ours("c.oid") + "AND" + kNotMigc;
    const std::string name = std::string("'constraint ' || ") + kTable + " || '.' || k.conname";
    const std::string nulls = "to_jsonb(x) ->> 'indnullsnotdistinct' = 'true'";  // the column is there since 15
    Facts("SELECT " + name +
          ", concat_ws(' ', CASE k.contype WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique' WHEN 'c' THEN 'check' WHEN 'f' THEN "
          "'foreign key' ELSE 'exclude' END,"
          " CASE WHEN k.contype IN ('p', 'u', 'f') THEN '(' || " +
          of("conkey", "conrelid") + " || ')' END, CASE WHEN " + nulls +
          " THEN 'nulls not distinct' END,"
          " CASE WHEN k.contype = 'f' THEN '-> ' || CASE WHEN rn.nspname = 'public' THEN '' ELSE rn.nspname || '.' END || "
          "rc.relname || ' (' || " +
          of("confkey", "confrelid") +
          " || ')' END,"
          " CASE WHEN k.contype = 'f' AND k.confmatchtype = 'f' THEN 'match full' END,"
          " 'on update ' || " +
          rule("k.confupdtype") + ", 'on delete ' || " + rule("k.confdeltype") +
          ", CASE WHEN k.condeferrable THEN 'deferrable' END, CASE WHEN k.condeferred THEN 'initially deferred' END,"
          " CASE WHEN NOT k.convalidated THEN 'not valid' END)" +
          from);
    Texts("SELECT " + name + ", pg_get_constraintdef(k.oid)" + from);
  }

  void Indexes() {
    const std::string from = std::string(
                                 " FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am am ON am.oid = i.relam JOIN "
                                 "pg_class c ON c.oid = x.indrelid") +
                             " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE "
                             "conindid = x.indexrelid AND contype IN ('p', 'u', 'x'))"
                             " AND c.relkind IN ('r', 'p', 'm') AND" +
                             Ours("c.oid") + "AND" + kNotMigc;
    const std::string name = std::string("'index ' || ") + kTable + " || '.' || i.relname";
    // indoption: bit 0 descending, bit 1 nulls first.
    const std::string keys =
        "(SELECT string_agg(coalesce((SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = x.indkey[o] AND "
        "x.indkey[o] > 0), '(expression)')"
        " || CASE WHEN am.amname <> 'btree' THEN '' WHEN x.indoption[o] & 1 = 1 THEN ' desc' ELSE '' END"
        " || CASE WHEN am.amname <> 'btree' THEN '' WHEN x.indoption[o] = 2 THEN ' nulls first' WHEN x.indoption[o] = 1 THEN ' "
        "nulls last' ELSE '' END, ', ' ORDER BY o)"
        " FROM generate_series(0, x.indnkeyatts - 1) o)";
    const std::string include =
        "(SELECT string_agg(attname, ', ' ORDER BY o) FROM generate_series(x.indnkeyatts, x.indnatts - 1) o JOIN pg_attribute ON "
        "attrelid = c.oid AND attnum = x.indkey[o])";
    Facts("SELECT " + name + ", concat_ws(' ', CASE WHEN x.indisunique THEN 'unique' END, am.amname, '(' || " + keys +
          " || ')', 'include (' || " + include +
          " || ')', CASE WHEN to_jsonb(x) ->> 'indnullsnotdistinct' = 'true' THEN 'nulls not distinct' END, CASE WHEN x.indpred IS "
          "NOT NULL THEN 'where' END,"
          " CASE WHEN NOT x.indisvalid THEN 'invalid' END)" +
          from);
    Texts("SELECT " + name + ", pg_get_indexdef(x.indexrelid)" + from);
  }

  void Sequences() {
    Facts(std::string("SELECT 'sequence ' || ") + kTable +
          ", 'start ' || q.seqstart || ' increment ' || q.seqincrement || ' cache ' || q.seqcache || CASE WHEN q.seqcycle THEN ' "
          "cycle' ELSE '' END"
          " FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
          " WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')) AND" +
          Ours("c.oid"));
    Texts(std::string("SELECT 'sequence ' || ") + kTable +
          ", 'min ' || q.seqmin || ' max ' || q.seqmax FROM pg_sequence q JOIN pg_class c ON c.oid = q.seqrelid JOIN pg_namespace "
          "n ON n.oid = c.relnamespace"
          " WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')) AND" +
          Ours("c.oid"));
  }

  void Others() {
    Facts("SELECT 'schema ' || nspname, '' FROM pg_namespace n WHERE nspname <> 'public' AND" + Ours("n.oid"));
    Facts("SELECT 'extension ' || extname, '' FROM pg_extension WHERE extname <> 'plpgsql'");
    Facts(
        "SELECT 'enum ' || CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || t.typname,"
        " string_agg('''' || replace(enumlabel, '''', '''''') || '''', ', ' ORDER BY enumsortorder) FROM pg_type t JOIN pg_enum ON "
        "enumtypid = t.oid"
        " JOIN pg_namespace n ON n.oid = t.typnamespace WHERE" +
        Ours("t.oid") + "GROUP BY 1");
  }

  void Routines() {
    const std::string prefix = "CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END";
    Facts(std::string("SELECT CASE c.relkind WHEN 'v' THEN 'view ' ELSE 'materialized view ' END || ") + kTable + ", ''" +
          Relations() + "AND c.relkind IN ('v', 'm')");
    Texts(std::string("SELECT 'view ' || ") + kTable + ", pg_get_viewdef(c.oid)" + Relations() + "AND c.relkind IN ('v', 'm')");
    const std::string routines =
        " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind IN ('f', 'p') AND" + Ours("p.oid");
    Facts("SELECT CASE p.prokind WHEN 'p' THEN 'procedure ' ELSE 'function ' END || " + prefix + " || p.proname, ''" + routines);
    Texts("SELECT 'routine ' || " + prefix +
          " || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', pg_get_functiondef(p.oid)" + routines);
    const std::string triggers =
        " FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT "
        "g.tgisinternal AND" +
        Ours("c.oid");
    Facts(std::string("SELECT 'trigger ' || ") + kTable + " || '.' || g.tgname, ''" + triggers);
    Texts(std::string("SELECT 'trigger ' || ") + kTable + " || '.' || g.tgname, pg_get_triggerdef(g.oid)" + triggers);
  }

  const PostgresDatabase& database_;
  std::string query_;
  Schema schema_;
};

}  // namespace

Schema ReadSchema(const PostgresDatabase& database) { return Reader(database).Read(); }

}  // namespace migc::support

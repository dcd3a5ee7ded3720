// verify.sql for sqlcmd: one batch over the catalog views ("Object Catalog Views (Transact-SQL)"), which keeps what it expects and
// what it finds in table variables. A user sees the objects for which he has some permission ("Metadata Visibility Configuration").
#include <fmt/format.h>

#include <algorithm>

#include "bundle/verify_facts.h"
#include "migc/base/text.h"
#include "migc/emit/sql_writer.h"

namespace migc::bundle {
namespace {

class Mssql final : public Engine {
 public:
  explicit Mssql(const VerifyInput& input) : Engine(input), exact_(IsRoot(input)) {}

  // sqlcmd would put in the value of a variable.
  bool CanSay(std::string_view text) const override {
    return Engine::CanSay(text) && text.size() <= 2000 && text.find("$(") == std::string_view::npos;
  }

  // A computed column has what its expression gives.
  std::optional<std::string> TypeOf(const ir::Column& column) const override {
    const ir::Type& type = column.type;
    if (!exact_ || column.generated || !type.native.empty() || type.array_dimensions > 0) return std::nullopt;
    const auto sized = [&](const char* name, const char* otherwise) {
      return type.length ? fmt::format("{}({})", name, *type.length) : std::string(otherwise);
    };
    switch (type.kind) {
      case ir::TypeKind::kBoolean:
        return "bit";
      case ir::TypeKind::kSmallint:
        return "smallint";
      case ir::TypeKind::kInteger:
        return "int";
      case ir::TypeKind::kBigint:
        return "bigint";
      case ir::TypeKind::kDecimal:
        return fmt::format("decimal({},{})", type.length.value_or(18), type.scale.value_or(0));
      case ir::TypeKind::kReal:
        return "real";
      case ir::TypeKind::kDouble:
        return "float";
      case ir::TypeKind::kChar:
        return sized("char", "char(1)");
      case ir::TypeKind::kVarchar:
        return sized("varchar", "varchar(max)");
      case ir::TypeKind::kText:
      case ir::TypeKind::kJson:
      case ir::TypeKind::kJsonb:
        return "nvarchar(max)";
      case ir::TypeKind::kNchar:
        return sized("nchar", "nchar(1)");
      case ir::TypeKind::kNvarchar:
        return sized("nvarchar", "nvarchar(max)");
      case ir::TypeKind::kBinary:
        return sized("binary", "binary(1)");
      case ir::TypeKind::kVarbinary:
        return sized("varbinary", "varbinary(max)");
      case ir::TypeKind::kBlob:
        return "varbinary(max)";
      case ir::TypeKind::kDate:
        return "date";
      case ir::TypeKind::kTime:
        return sized("time", "time(7)");
      case ir::TypeKind::kTimestamp:
        return type.with_time_zone ? sized("datetimeoffset", "datetimeoffset(7)") : sized("datetime2", "datetime2(7)");
      case ir::TypeKind::kUuid:
        return "uniqueidentifier";
      case ir::TypeKind::kXml:
        return "xml";
      case ir::TypeKind::kNamed:
        return EnumOf(type);
      case ir::TypeKind::kInterval:
      case ir::TypeKind::kNative:
        break;
    }
    return std::nullopt;
  }

  std::optional<std::string> NullOf(const ir::Table& table, const ir::Column& column) const override {
    if (column.generated) return std::nullopt;
    const ir::Constraint* key = ir::FindPrimaryKey(table);
    const bool in_key = key != nullptr && std::ranges::any_of(std::get<ir::PrimaryKey>(key->body).columns, [&](const auto& name) {
                          return after().Fold(name.text) == after().Fold(column.name.text);
                        });
    return column.not_null || column.identity || in_key ? "not null" : "null";
  }

  void AddConstraint(const ir::Table& table, const ir::Constraint& constraint, Facts& facts) const override {
    const auto put = [&](const char* kind, const char* what, std::string expected) {
      facts.push_back({kind, Label(table.name), constraint.name.text, what, std::move(expected)});
    };
    if (const auto* primary = std::get_if<ir::PrimaryKey>(&constraint.body)) {
      put("primary key", "columns", Columns(primary->columns));
    } else if (const auto* unique = std::get_if<ir::Unique>(&constraint.body)) {
      put("unique", "columns", Columns(unique->columns));
    } else if (const auto* key = std::get_if<ir::ForeignKey>(&constraint.body)) {
      put("foreign key", "columns", References(*key));
    } else if (std::holds_alternative<ir::Check>(constraint.body)) {
      put("check", "exists", std::string(kThere));
    }
  }

  void AddIndex(const ir::Table& table, const ir::Index& index, Facts& facts) const override {
    facts.push_back({"index", Label(table.name), index.name.text, "exists", std::string(kThere)});
    if (!index.method.empty() && index.method != "btree") return;
    facts.push_back({"index", Label(table.name), index.name.text, "columns", Keys(index, true) + (index.where ? " where" : "")});
  }

  // There is no RESTRICT: NO ACTION is what stands for it.
  std::string_view Action(ir::ReferenceAction action) const override {
    return action == ir::ReferenceAction::kRestrict ? "" : Engine::Action(action);
  }

  bool Knows(ir::RoutineKind kind) const override { return kind != ir::RoutineKind::kMaterializedView; }

 private:
  std::optional<std::string> EnumOf(const ir::Type& type) const {
    const catalog::Enum* definition = after().FindEnum(type.name);
    if (definition == nullptr) return std::nullopt;
    std::size_t longest = 1;
    for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
    return fmt::format("nvarchar({})", longest);
  }

  bool exact_;
};

// [[s]] is the name of the schema s with a dot, or nothing for the default one. {0}: the schemas. The pages of the views:
// sys.objects, sys.columns, sys.types, sys.key_constraints, sys.indexes, sys.index_columns, sys.foreign_keys,
// sys.foreign_key_columns, sys.check_constraints, sys.triggers
// (https://learn.microsoft.com/sql/relational-databases/system-catalog-views/). There is no STRING_AGG before 2017.
constexpr std::string_view kFound = R"(INSERT INTO @found
SELECT CASE o.type WHEN 'U' THEN N'table' WHEN 'V' THEN N'view' WHEN 'SO' THEN N'sequence' WHEN 'P' THEN N'procedure'
  WHEN 'PC' THEN N'procedure' ELSE N'function' END, [[s]] + o.name, N'', N'exists', N'there'
FROM sys.objects AS o JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN ({0}) AND o.type IN ('U', 'V', 'SO', 'P', 'PC', 'FN', 'IF', 'TF', 'FS', 'FT', 'AF');
INSERT INTO @found SELECT N'schema', name, N'', N'exists', N'there' FROM sys.schemas;
INSERT INTO @found
SELECT N'column', [[s]] + o.name, c.name, w.what, CASE w.what WHEN N'exists' THEN N'there'
  WHEN N'type' THEN t.name + CASE
    WHEN t.name IN (N'char', N'varchar', N'binary', N'varbinary', N'nchar', N'nvarchar') THEN N'(' + CASE WHEN c.max_length = -1
      THEN N'max' WHEN t.name IN (N'nchar', N'nvarchar') THEN CAST(c.max_length / 2 AS NVARCHAR(10)) ELSE CAST(c.max_length AS NVARCHAR(10))
      END + N')'
    WHEN t.name IN (N'decimal', N'numeric') THEN N'(' + CAST(c.precision AS NVARCHAR(10)) + N',' + CAST(c.scale AS NVARCHAR(10)) + N')'
    WHEN t.name IN (N'time', N'datetime2', N'datetimeoffset') THEN N'(' + CAST(c.scale AS NVARCHAR(10)) + N')'
    ELSE N'' END
  WHEN N'null' THEN CASE WHEN c.is_nullable = 1 THEN N'null' ELSE N'not null' END
  ELSE CASE WHEN c.is_computed = 1 THEN N'generated' WHEN c.is_identity = 1 THEN N'identity' WHEN c.default_object_id <> 0 THEN N'default'
    ELSE N'none' END
  END
FROM sys.columns AS c JOIN sys.tables AS o ON o.object_id = c.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
JOIN sys.types AS t ON t.user_type_id = c.user_type_id
CROSS JOIN (VALUES (N'exists'), (N'type'), (N'null'), (N'default')) AS w (what)
WHERE s.name IN ({0});
INSERT INTO @found
SELECT CASE k.type WHEN 'PK' THEN N'primary key' ELSE N'unique' END, [[s]] + o.name, k.name, N'columns',
  STUFF((SELECT N', ' + c.name FROM sys.index_columns AS i JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id ORDER BY i.key_ordinal
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
FROM sys.key_constraints AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN ({0});
INSERT INTO @found
SELECT N'foreign key', [[s]] + o.name, k.name, N'columns',
  N'(' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.parent_object_id AND c.column_id = i.parent_column_id
    WHERE i.constraint_object_id = k.object_id ORDER BY i.constraint_column_id
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
  + N') references ' + [[rs]] + r.name
  + N' (' + STUFF((SELECT N', ' + c.name FROM sys.foreign_key_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.referenced_object_id AND c.column_id = i.referenced_column_id
    WHERE i.constraint_object_id = k.object_id ORDER BY i.constraint_column_id
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'') + N')'
  + CASE k.delete_referential_action WHEN 1 THEN N' on delete cascade' WHEN 2 THEN N' on delete set null' WHEN 3 THEN N' on delete set default'
    ELSE N'' END
  + CASE k.update_referential_action WHEN 1 THEN N' on update cascade' WHEN 2 THEN N' on update set null' WHEN 3 THEN N' on update set default'
    ELSE N'' END
FROM sys.foreign_keys AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
JOIN sys.tables AS r ON r.object_id = k.referenced_object_id JOIN sys.schemas AS rs ON rs.schema_id = r.schema_id
WHERE s.name IN ({0});
INSERT INTO @found
SELECT N'check', [[s]] + o.name, k.name, N'exists', N'there'
FROM sys.check_constraints AS k JOIN sys.tables AS o ON o.object_id = k.parent_object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN ({0});
INSERT INTO @found
SELECT N'index', [[s]] + o.name, x.name, w.what, CASE w.what WHEN N'exists' THEN N'there' ELSE
  CASE WHEN x.is_unique = 1 THEN N'unique (' ELSE N'(' END
  + STUFF((SELECT N', ' + c.name + CASE WHEN i.is_descending_key = 1 THEN N' desc' ELSE N'' END FROM sys.index_columns AS i
    JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
    WHERE i.object_id = x.object_id AND i.index_id = x.index_id AND i.is_included_column = 0 AND i.key_ordinal > 0 ORDER BY i.key_ordinal
    FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(4000)'), 1, 2, N'')
  + CASE WHEN x.has_filter = 1 THEN N') where' ELSE N')' END
  END
FROM sys.indexes AS x JOIN sys.objects AS o ON o.object_id = x.object_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
CROSS JOIN (VALUES (N'exists'), (N'columns')) AS w (what)
WHERE s.name IN ({0}) AND x.name IS NOT NULL AND x.is_primary_key = 0 AND x.is_unique_constraint = 0;
INSERT INTO @found
SELECT N'trigger', [[s]] + o.name, t.name, N'exists', N'there'
FROM sys.triggers AS t JOIN sys.objects AS o ON o.object_id = t.parent_id JOIN sys.schemas AS s ON s.schema_id = o.schema_id
WHERE s.name IN ({0});
)";

// What nobody sees without VIEW DEFINITION, or a permission of its own, is not missing when it is not found.
constexpr std::string_view kChecks = R"(INSERT INTO @checks
SELECT ROW_NUMBER() OVER (ORDER BY CASE result WHEN N'ok' THEN 1 WHEN N'unseen' THEN 2 ELSE 3 END, n), result, line
FROM (
  SELECT n, result, kind + N' ' + name + CASE WHEN part = N'' THEN N'' ELSE N'.' + part END + N' | ' + what + N' | ' + expected + N' | '
    + ISNULL(found, N'nothing') + N' | ' + result AS line
  FROM (
    SELECT e.n, e.kind, e.name, e.part, e.what, e.expected, f.found, CASE WHEN ISNULL(f.found, N'nothing') = e.expected THEN N'ok'
      WHEN f.found IS NOT NULL THEN N'DIFFERENT'
      WHEN e.kind IN (N'trigger', N'function', N'procedure', N'sequence') AND HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'VIEW DEFINITION') = 0
        THEN N'unseen'
      ELSE N'MISSING' END AS result
    FROM @expected AS e LEFT JOIN @found AS f ON f.kind = e.kind AND f.name = e.name AND f.part = e.part AND f.what = e.what
  ) AS compared
) AS lines;
)";

std::string WithSchemas(std::string_view pattern, const std::string& default_literal) {
  std::string text(pattern);
  for (std::size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", at)) {
    const std::size_t end = text.find("]]", at);
    const std::string alias = text.substr(at + 2, end - at - 2);
    text.replace(at, end + 2 - at, fmt::format("CASE {0}.name WHEN {1} THEN N'' ELSE {0}.name + N'.' END", alias, default_literal));
  }
  return text;
}

constexpr std::string_view kPreamble =
    ":on error exit\nGO\n"
    "SET QUOTED_IDENTIFIER ON;\nSET ANSI_NULLS ON;\nSET ANSI_PADDING ON;\nSET ANSI_WARNINGS ON;\nSET ARITHABORT ON;\n"
    "SET CONCAT_NULL_YIELDS_NULL ON;\nSET NUMERIC_ROUNDABORT OFF;\nSET NOCOUNT ON;\nGO\n\n"
    "DECLARE @number INT, @last INT, @failed INT, @line NVARCHAR(4000);\n"
    "DECLARE @expected TABLE (n INT NOT NULL PRIMARY KEY, kind NVARCHAR(30) NOT NULL, name NVARCHAR(260) NOT NULL, part "
    "NVARCHAR(130) NOT "
    "NULL,\n  what NVARCHAR(30) NOT NULL, expected NVARCHAR(2000) NOT NULL);\n"
    "DECLARE @found TABLE (kind NVARCHAR(30), name NVARCHAR(260), part NVARCHAR(130), what NVARCHAR(30), found NVARCHAR(4000));\n"
    "DECLARE @checks TABLE (number INT NOT NULL PRIMARY KEY, result NVARCHAR(9) NOT NULL, line NVARCHAR(4000));\n\n";

std::string Literal(const Mssql& engine, std::string_view text) { return "N" + emit::QuoteString(engine.dialect(), text); }

// At most 1,000 rows an INSERT ("Table Value Constructor (Transact-SQL)").
std::string InsertExpected(const Mssql& engine) {
  constexpr std::size_t kRows = 500;
  const auto literal = [&](std::string_view text) { return Literal(engine, text); };
  const std::vector<std::string> rows = FactRows(ExpectedFacts(engine), literal);
  std::string text;
  for (std::size_t at = 0; at < rows.size(); at += kRows) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(at + kRows, rows.size()));
    text += "INSERT INTO @expected VALUES\n  " + base::Join({begin, end}, ",\n  ") + ";\n";
  }
  return text;
}

// Of a table that is not there a query cannot even be compiled.
std::string ReadRows(const Mssql& engine) {
  const VerifyInput& input = engine.input();
  const script::Bookkeeping& bookkeeping = input.frame.bookkeeping;
  const std::string& schema = bookkeeping.version_schema;
  const ir::Name name{schema.empty() ? engine.dialect().default_schema : schema, bookkeeping.version_table, {}};
  const std::string table = emit::QuoteName(engine.dialect(), name);
  const std::string shown = Literal(engine, VersionTable(input));
  const std::string read = fmt::format(
      "SELECT N'table', {}, N'', N'rows', ISNULL(STUFF((SELECT N', ' + version_num FROM {} ORDER BY version_num COLLATE "
      "Latin1_General_BIN2 FOR XML PATH(N''), TYPE).value(N'.', N'NVARCHAR(2000)'), 1, 2, N''), N'base')",
      shown, table);
  std::string text = fmt::format(
      "IF OBJECT_ID({0}, N'U') IS NOT NULL\n"
      "BEGIN\n"
      "  IF HAS_PERMS_BY_NAME({0}, N'OBJECT', N'SELECT') = 1\n"
      "    INSERT INTO @found EXEC ({1});\n"
      "  ELSE\n"
      "    INSERT INTO @found VALUES (N'table', {2}, N'', N'rows', N'rows that this user may not read');\n"
      "END;\n",
      Literal(engine, table), Literal(engine, read), shown);
  if (input.frame.to.empty()) {
    text += fmt::format("IF OBJECT_ID({}, N'U') IS NULL\n  INSERT INTO @found VALUES (N'table', {}, N'', N'rows', N'base');\n",
                        Literal(engine, table), shown);
  }
  return text;
}

}  // namespace

std::string VerifyForSqlcmd(const VerifyInput& input) {
  const Mssql engine(input);
  const std::string home = Literal(engine, engine.dialect().default_schema);
  std::string schemas = home;
  for (const std::string& schema : OtherSchemas(engine)) schemas += ", " + Literal(engine, schema);
  std::string text = VerifyHeader(
      engine, {"sqlcmd ends with 1 when a check failed. A user who may only read needs VIEW DEFINITION too: a trigger,",
               "routine or sequence that he is not shown is `unseen`, and has not failed."});
  text += kPreamble;
  text += "-- Everything that is expected.\n" + InsertExpected(engine);
  text += "\n-- Everything that is there.\n" + fmt::format(fmt::runtime(WithSchemas(kFound, home)), schemas);
  text += ReadRows(engine) + "\n";
  text += kChecks;
  text += fmt::format(
      "SELECT @number = 1, @last = COUNT(*), @failed = COUNT(CASE WHEN result IN (N'MISSING', N'DIFFERENT') THEN 1 END) FROM "
      "@checks;\n"
      "PRINT N'object | what | expected | found | result';\n"
      "WHILE @number <= @last\n"
      "BEGIN\n"
      "  SELECT @line = line FROM @checks WHERE number = @number;\n"
      "  PRINT @line;\n"
      "  SET @number = @number + 1;\n"
      "END;\n"
      "PRINT {} + CAST(@last AS NVARCHAR(10)) + N' ' + CAST(@failed AS NVARCHAR(10));\n"
      "IF @failed > 0\n"
      "  THROW 50000, {}, 1;\n"
      "GO\n",
      Literal(engine, SummaryOf(input) + " "), Literal(engine, kFailed));
  return text;
}

}  // namespace migc::bundle

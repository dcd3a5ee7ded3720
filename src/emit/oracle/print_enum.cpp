// alter enum: the check of every column that uses it is made anew, and the values are exchanged in between.
//
//   alter enum mood rename 'fine' to 'well'
//     -> ALTER TABLE person DROP CONSTRAINT person_mood_enum
//        ALTER TABLE person MODIFY (mood VARCHAR2(5 CHAR))        -- when a new value is longer
//        UPDATE person SET mood = 'well' WHERE mood = 'fine'
//        ALTER TABLE person MODIFY (mood DEFAULT 'well')          -- when that was its default
//        ALTER TABLE person ADD CONSTRAINT person_mood_enum CHECK (mood IN ('sad', 'well'))
#include <algorithm>

#include "emit/oracle/print.h"
#include "emit/oracle/value_check.h"
#include "migc/base/overloaded.h"
#include "migc/base/text.h"

namespace migc::emit::oracle {
namespace {

struct Exchange {
  std::string from;
  std::string to;
};

std::vector<Exchange> ExchangesOf(const ir::AlterEnum& alter) {
  return std::visit(base::Overloaded{
                        [](const ir::RenameEnumValue& rename) {
                          return std::vector<Exchange>{{rename.from, rename.to}};
                        },
                        [](const ir::SetEnumValues& set) {
                          std::vector<Exchange> all;
                          for (const ir::EnumMapping& one : set.mappings) all.push_back({one.from, one.to});
                          return all;
                        },
                        [](const auto&) { return std::vector<Exchange>(); },
                    },
                    alter.action);
}

std::size_t Longest(const catalog::Enum* definition) {
  std::size_t longest = 1;
  if (definition == nullptr) return longest;
  for (const std::string& value : definition->values) longest = std::max(longest, base::CountCodePoints(value));
  return longest;
}

class EnumPrinter {
 public:
  EnumPrinter(Printer& printer, const ir::AlterEnum& alter)
      : printer_(printer), alter_(alter), before_(EnumsBefore(printer.step())), exchanges_(ExchangesOf(alter)) {}

  void Run() {
    if (std::holds_alternative<ir::RenameEnum>(alter_.action)) return printer_.AddNote("an enum has no name here");
    const std::vector<EnumUser> users = UsersOf(printer_.step(), alter_);
    if (users.empty()) return printer_.AddNote("no column uses it");
    for (const EnumUser& user : users) PrintTable(user);
  }

 private:
  void PrintTable(const EnumUser& user) {
    const ir::Name& table = user.before->name;
    // Checks of the author's that are other ones afterwards.
    for (const ir::Constraint& former : user.before->constraints) {
      const ir::Constraint* now = ir::FindConstraint(*user.after, former.name.text);
      if (now != nullptr && *now != former) PrintDropConstraint(printer_, table, former.name.text);
    }
    for (const ir::Column& column : user.before->columns) {
      if (!IsEnum(column.type) || column.type.name != alter_.name) continue;
      const ir::Column* after = ir::FindColumn(*user.after, column.name.text);
      if (after != nullptr) PrintColumnChange(table, column, *after);
    }
    for (const ir::Constraint& now : user.after->constraints) {
      const ir::Constraint* former = ir::FindConstraint(*user.before, now.name.text);
      if (former != nullptr && *former != now) PrintAddConstraint(printer_, table, now);
    }
  }

  void PrintColumnChange(const ir::Name& table, const ir::Column& column, const ir::Column& after) {
    const std::string where = table.Text() + "." + column.name.text;
    const std::string summary = printer_.summary();
    const auto say = [&](const std::string& what) { printer_.Describe(summary + " (" + where + "): " + what, {}); };
    const auto former = ValueCheckOf(table, column, before_, printer_.dialect());
    const auto check = ValueCheckOf(table, after, printer_.enums(), printer_.dialect());
    if (former) {
      say("drop the check");
      PrintDropConstraint(printer_, table, former->name.text);
    }
    const std::size_t length = Longest(EnumOf(column.type, before_));
    const std::size_t next = Longest(EnumOf(after.type, printer_.enums()));
    if (next > length) {
      say("room for the longest value");
      ModifyLength(table, column.name.text, next);
    }
    if (!exchanges_.empty()) {
      say("exchange values");
      PrintExchange(table, column.name.text);
    }
    if (next < length) {
      say("room for the longest value");
      ModifyLength(table, column.name.text, next);
    }
    if (column.default_value != after.default_value && after.default_value) {
      say("the default");
      SqlWriter out = printer_.Writer();
      out.Keyword("ALTER TABLE").Name(table).Keyword("MODIFY").Open().Name(column.name.text);
      PrintDefault(out, *after.default_value, after.type);
      printer_.Add(out.Close(), kNoHarmTwice);
    }
    if (check) {
      say("the check of the new values");
      PrintAddConstraint(printer_, table, *check);
    }
    printer_.Describe(summary, {});
  }

  void ModifyLength(const ir::Name& table, const std::string& column, std::size_t length) {
    SqlWriter out = printer_.Writer();
    out.Keyword("ALTER TABLE").Name(table).Keyword("MODIFY").Open().Name(column);
    out.Keyword("VARCHAR2").CallOpen().Number(std::to_string(length)).Keyword("CHAR").Close();
    printer_.Add(out.Close(), kNoHarmTwice);
  }

  // All at once: 'a' may become 'b' and 'b' become 'a'.
  void PrintExchange(const ir::Name& table, const std::string& column) {
    SqlWriter out = printer_.Writer();
    out.Keyword("UPDATE").Name(table).Keyword("SET").Name(column).Keyword("=");
    if (exchanges_.size() == 1) {
      out.String(exchanges_.front().to).Keyword("WHERE").Name(column).Keyword("=").String(exchanges_.front().from);
    } else {
      out.Keyword("CASE").Name(column);
      for (const Exchange& one : exchanges_) out.Keyword("WHEN").String(one.from).Keyword("THEN").String(one.to);
      out.Keyword("END WHERE").Name(column).Keyword("IN").Open();
      for (std::size_t i = 0; i < exchanges_.size(); ++i) {
        if (i > 0) out.Comma();
        out.String(exchanges_[i].from);
      }
      out.Close();
    }
    printer_.Add(out, kNoHarmTwice);
  }

  Printer& printer_;
  const ir::AlterEnum& alter_;
  Enums before_;
  std::vector<Exchange> exchanges_;
};

}  // namespace

void PrintAlterEnum(Printer& printer, const ir::AlterEnum& alter) { EnumPrinter(printer, alter).Run(); }

}  // namespace migc::emit::oracle

#include "squash/fold.h"

#include <algorithm>
#include <type_traits>

namespace migc::squash {
namespace {

bool SameName(const ast::Name& a, const ast::Name& b) {
  return std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(),
                    [](const ast::Ident& x, const ast::Ident& y) { return x.text == y.text; });
}

template <class T>
const T* As(const Piece& piece) {
  return std::get_if<T>(&piece.statement->node);
}

// What may do anything: it is never passed.
bool MayDoAnything(const Piece& piece) {
  return As<ast::RawSql>(piece) != nullptr || As<ast::Require>(piece) != nullptr || As<ast::SetTimeouts>(piece) != nullptr;
}

class Folding {
 public:
  explicit Folding(std::vector<Piece>& pieces) : pieces_(pieces) {}

  void Run() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (const auto* alter = As<ast::AlterTable>(pieces_[i])) FoldAlter(i, *alter);
      if (const auto* drop = As<ast::DropTable>(pieces_[i])) FoldDrop(i, *drop);
      if (const auto* drop = As<ast::DropIndex>(pieces_[i])) FoldDropIndex(i, *drop);
    }
  }

 private:
  // The `create table` of the name before `end`, when only statements lie between that neither may do anything nor name the table
  // (those that `passed` takes aside).
  template <class Passed>
  std::optional<std::size_t> CreateOf(const ast::Name& name, std::size_t end, Passed passed) const {
    for (std::size_t i = end; i-- > 0;) {
      const Piece& piece = pieces_[i];
      if (piece.gone) continue;
      if (const auto* create = As<ast::CreateTable>(piece); create != nullptr && SameName(create->name, name)) {
        if (create->if_not_exists || create->items.empty()) return std::nullopt;
        return i;
      }
      if (MayDoAnything(piece)) return std::nullopt;
      if (Mentions(piece.Source(), Word(name)) && !passed(piece)) return std::nullopt;
    }
    return std::nullopt;
  }

  void FoldAlter(std::size_t at, const ast::AlterTable& alter) {
    if (alter.if_exists) return;
    // Another table's foreign key to this one does not care for its columns' attributes; but what it refers to may not go, and that
    // is checked by name.
    const auto create = CreateOf(alter.name, at, [](const Piece&) { return false; });
    if (!create) return;
    TableText table = *pieces_[*create].table;
    const Input& input = *pieces_[at].input;
    for (const ast::AlterAction& action : alter.actions) {
      const bool done = std::visit([&](const auto& each) { return Apply(input, *create, each, table); }, action.action);
      if (!done) return;
    }
    table.changed = true;
    pieces_[*create].table = std::move(table);
    pieces_[at].gone = true;
  }

  // ---- One action each: false when it must stay a statement of its own ----

  bool Apply(const Input& input, std::size_t create, const ast::AddColumn& add, TableText& table) const {
    if (add.if_not_exists || add.first || add.after || !IsKnownAt(create, add.column.type)) return false;
    for (const ast::Attribute& attribute : add.column.attributes) {
      if (attribute.reference && !IsThereAt(create, attribute.reference->table)) return false;
    }
    if (table.Find(Word(add.column.name), true) != nullptr) return false;
    table.items.push_back(ColumnItem(input, add.column));
    return true;
  }

  bool Apply(const Input&, std::size_t, const ast::DropColumn& drop, TableText& table) const {
    const Item* item = table.Find(Word(drop.column), true);
    if (item == nullptr || table.Mentioned(Word(drop.column), item) || Columns(table) == 1) return false;
    Erase(table, *item);
    return true;
  }

  bool Apply(const Input& input, std::size_t, const ast::RenameColumn& rename, TableText& table) const {
    Item* item = table.Find(Word(rename.from), true);
    if (item == nullptr || table.Mentioned(Word(rename.from), item)) return false;
    const bool in_itself = std::any_of(item->attributes.begin(), item->attributes.end(),
                                       [&](const auto& attribute) { return Mentions(attribute.text, Word(rename.from)); });
    // A constraint's name that is made from the column's keeps the old one.
    const bool names_something = std::any_of(item->attributes.begin(), item->attributes.end(), [](const auto& attribute) {
      return attribute.kind == ast::AttributeKind::kUnique || attribute.kind == ast::AttributeKind::kReferences ||
             attribute.kind == ast::AttributeKind::kCheck || attribute.kind == ast::AttributeKind::kPrimaryKey;
    });
    if (in_itself || names_something) return false;
    item->name = Word(rename.to);
    item->spelled_name = Slice(input, rename.to.span);
    return true;
  }

  bool Apply(const Input& input, std::size_t create, const ast::SetType& set, TableText& table) const {
    Item* item = table.Find(Word(set.column), true);
    if (item == nullptr || !IsKnownAt(create, set.type)) return false;
    item->type = Slice(input, set.type.span);
    return true;
  }

  bool Apply(const Input& input, std::size_t, const ast::SetDefault& set, TableText& table) const {
    Item* item = table.Find(Word(set.column), true);
    if (item == nullptr) return false;
    item->Set(ast::AttributeKind::kDefault, "default " + std::string(Slice(input, set.expr.span)));
    return true;
  }

  bool Apply(const Input&, std::size_t, const ast::DropDefault& drop, TableText& table) const {
    return RemoveAttribute(table, drop.column, ast::AttributeKind::kDefault);
  }

  // The table is empty: there is nothing to fill.
  bool Apply(const Input&, std::size_t, const ast::SetNotNull& set, TableText& table) const {
    Item* item = table.Find(Word(set.column), true);
    if (item == nullptr) return false;
    item->Remove(ast::AttributeKind::kNull);
    item->Set(ast::AttributeKind::kNotNull, "not null");
    return true;
  }

  bool Apply(const Input&, std::size_t, const ast::DropNotNull& drop, TableText& table) const {
    return RemoveAttribute(table, drop.column, ast::AttributeKind::kNotNull);
  }

  bool Apply(const Input& input, std::size_t, const ast::SetColumnComment& set, TableText& table) const {
    if (!set.comment) return RemoveAttribute(table, set.column, ast::AttributeKind::kComment);
    Item* item = table.Find(Word(set.column), true);
    if (item == nullptr) return false;
    item->Set(ast::AttributeKind::kComment, "comment " + std::string(Slice(input, set.comment->span)));
    return true;
  }

  bool Apply(const Input& input, std::size_t create, const ast::AddConstraint& add, TableText& table) const {
    const ast::Constraint& constraint = add.constraint;
    if (add.if_not_exists || constraint.not_valid) return false;
    if (constraint.reference && (constraint.reference->options.not_valid || !IsThereAt(create, constraint.reference->table))) {
      return false;
    }
    table.items.push_back(ConstraintItem(input, constraint));
    return true;
  }

  bool Apply(const Input&, std::size_t, const ast::DropConstraint& drop, TableText& table) const {
    const Item* item = table.Find(Word(drop.name), false);
    if (item == nullptr) return false;
    Erase(table, *item);
    return true;
  }

  // Every other action stays what it is.
  template <class Other>
  bool Apply(const Input&, std::size_t, const Other&, TableText&) const {
    return false;
  }

  // ---- What is made and dropped again ----

  void FoldDrop(std::size_t at, const ast::DropTable& drop) {
    if (drop.if_exists || drop.cascade) return;
    std::vector<std::size_t> with_it;
    const auto is_of_table = [&](const Piece& piece) {
      const auto* alter = As<ast::AlterTable>(piece);
      const auto* index = As<ast::CreateIndex>(piece);
      const auto* insert = As<ast::Insert>(piece);
      const auto* comment = As<ast::Comment>(piece);
      return (alter != nullptr && SameName(alter->name, drop.name)) || (index != nullptr && SameName(index->table, drop.name)) ||
             (insert != nullptr && SameName(insert->table, drop.name) && !insert->select) ||
             (comment != nullptr && !comment->on_column && SameName(comment->target, drop.name));
    };
    const auto create = CreateOf(drop.name, at, [&](const Piece& piece) {
      if (!is_of_table(piece)) return false;
      with_it.push_back(static_cast<std::size_t>(&piece - pieces_.data()));
      return true;
    });
    if (!create) return;
    for (const std::size_t i : with_it) pieces_[i].gone = true;
    pieces_[*create].gone = true;
    pieces_[at].gone = true;
  }

  void FoldDropIndex(std::size_t at, const ast::DropIndex& drop) {
    if (drop.if_exists) return;
    for (std::size_t i = at; i-- > 0;) {
      Piece& piece = pieces_[i];
      if (piece.gone) continue;
      const auto* create = As<ast::CreateIndex>(piece);
      if (create != nullptr && create->index.name && Word(*create->index.name) == Word(drop.name)) {
        if (create->if_not_exists) return;
        piece.gone = true;
        pieces_[at].gone = true;
        return;
      }
      if (MayDoAnything(piece) || Mentions(piece.Source(), Word(drop.name))) return;
    }
  }

  // ---- Questions ----

  // A type of the language, or an enum that nothing from `create` on makes or changes.
  bool IsKnownAt(std::size_t create, const ast::TypeRef& type) const { return !IsTouchedSince(create, Word(type.name), true); }
  // The table was made before `create`, or is the same.
  bool IsThereAt(std::size_t create, const ast::Name& table) const {
    const auto* own = As<ast::CreateTable>(pieces_[create]);
    return SameName(own->name, table) || !IsTouchedSince(create, Word(table), false);
  }

  // Whether a statement after `create` makes or changes what has the name.
  bool IsTouchedSince(std::size_t create, const std::string& name, bool as_type) const {
    for (std::size_t i = create + 1; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.gone && !piece.table) continue;
      const auto* make_enum = As<ast::CreateEnum>(piece);
      const auto* alter_enum = As<ast::AlterEnum>(piece);
      const auto* make = As<ast::CreateTable>(piece);
      const auto* alter = As<ast::AlterTable>(piece);
      const auto* rename = As<ast::RenameTable>(piece);
      if (make_enum != nullptr && Word(make_enum->name) == name) return true;
      if (alter_enum != nullptr && Mentions(piece.Source(), name)) return true;
      if (as_type) continue;
      if (make != nullptr && Word(make->name) == name) return true;
      if (alter != nullptr && Word(alter->name) == name) return true;
      if (rename != nullptr && Mentions(piece.Source(), name)) return true;
    }
    return false;
  }

  static std::ptrdiff_t Columns(const TableText& table) {
    return std::count_if(table.items.begin(), table.items.end(), [](const Item& item) { return item.is_column; });
  }

  static void Erase(TableText& table, const Item& item) { table.items.erase(table.items.begin() + (&item - table.items.data())); }

  static bool RemoveAttribute(TableText& table, const ast::Ident& column, ast::AttributeKind kind) {
    Item* item = table.Find(Word(column), true);
    if (item == nullptr) return false;
    item->Remove(kind);
    return true;
  }

  std::vector<Piece>& pieces_;
};

}  // namespace

void Fold(std::vector<Piece>& pieces) { Folding(pieces).Run(); }

}  // namespace migc::squash

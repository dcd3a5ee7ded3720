#include <algorithm>
#include <map>
#include <string>

#include "lower/text.h"
#include "migc/base/text.h"
#include "migc/lower/lower.h"

namespace migc::lower {
namespace {

constexpr std::size_t kMostCharacters = 128;  // the version column's length
constexpr std::string_view kReserved[] = {"base", "current", "head", "heads"};

class HeaderLowerer {
 public:
  explicit HeaderLowerer(diag::Sink& sink) : sink_(sink) {}

  ir::Header Lower(const ast::Header& written, source::FileId file) {
    ir::Header header;
    header.id = Id(written.id, "revision id");
    if (written.message) header.message = Text(*written.message);
    if (!written.has_revises) {
      sink_.Report(diag::Make(diag::Kind::kMissingRevises, written.id.span, header.id.text)
                       .WithHelp("write `revises` and the id of the one before it, or `revises base` for the first"));
    }
    header.parents = Ids(written.revises, "revision id", "revision");
    header.depends_on = Ids(written.depends_on, "revision id", "dependency");
    header.labels = Ids(written.labels, "label", "label");
    if (written.created) header.created = Text(*written.created);
    header.file = file;
    header.origin = written.span;
    return header;
  }

 private:
  std::string Text(const ast::String& string) { return SubstituteInHeader(sink_, {string.text, Quoting::kString, string.span}); }

  ir::Identifier Id(const ast::Ident& ident, std::string_view what) {
    // A quoted id stands in single or double quotes; the place of what is wrong in it is told from either.
    ir::Identifier id(ident.quoted ? SubstituteInHeader(sink_, {ident.text, Quoting::kName, ident.span}) : ident.text, ident.span);
    if (id.empty()) {
      sink_.Report(diag::Make(diag::Kind::kEmptyName, ident.span).WithHelp("put a name between the quotes"));
    }
    CheckCharacters(id, what);
    const std::size_t characters = base::CountCodePoints(id.text);
    if (characters > kMostCharacters) {
      sink_.Report(diag::Make(diag::Kind::kRevisionIdTooLong, ident.span, what, characters, kMostCharacters)
                       .WithHelp("choose a shorter one"));
    }
    const std::string lower = base::LowerAscii(id.text);
    if (std::find(std::begin(kReserved), std::end(kReserved), lower) != std::end(kReserved)) {
      sink_.Report(diag::Make(diag::Kind::kReservedRevisionId, ident.span, id.text, what).WithHelp("choose another one"));
    }
    return id;
  }

  // `a:b`, `a@b`, `a+1` and `a-1` are ranges and relative revisions, in Alembic as here.
  void CheckCharacters(const ir::Identifier& id, std::string_view what) {
    const auto at = id.text.find_first_of("@-+:");
    if (at != std::string::npos) {
      const std::string seen = std::string("\"") + id.text[at] + "\"";
      sink_.Report(diag::Make(diag::Kind::kBadRevisionId, id.origin.span, seen, what, id.text).WithHelp("write \"_\" instead"));
      return;
    }
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    const bool blank_ends = !id.text.empty() && (id.text.front() == ' ' || id.text.back() == ' ');
    if (blank_ends || std::any_of(id.text.begin(), id.text.end(), is_control)) {
      const std::string_view seen = blank_ends ? "a blank at an end" : "a control character";
      sink_.Report(diag::Make(diag::Kind::kBadRevisionId, id.origin.span, seen, what, "…").WithHelp("leave it out"));
    }
  }

  std::vector<ir::Identifier> Ids(const std::vector<ast::Ident>& written, std::string_view what, std::string_view role) {
    std::vector<ir::Identifier> ids;
    std::map<std::string, source::Span> seen;
    for (const ast::Ident& ident : written) {
      if (!ident.quoted && written.size() > 1 && base::LowerAscii(ident.text) == "base") {
        sink_.Report(diag::Make(diag::Kind::kBaseWithParents, ident.span).WithHelp("leave `base` out"));
        continue;
      }
      ids.push_back(Id(ident, what));
      const auto [first, fresh] = seen.emplace(ids.back().text, ident.span);
      if (fresh) continue;
      sink_.Report(diag::Make(diag::Kind::kRepeatedInHeader, ident.span, role, ids.back().text)
                       .WithNote(first->second, "the first one is here")
                       .WithHelp("leave one of them out"));
    }
    return ids;
  }

  diag::Sink& sink_;
};

}  // namespace

std::optional<ir::Header> LowerHeader(const ast::File& file, diag::Sink& sink) {
  CHECK(file.header.has_value());
  const std::size_t before = sink.errors();
  ir::Header header = HeaderLowerer(sink).Lower(*file.header, file.file);
  if (sink.errors() != before) return std::nullopt;
  return header;
}

}  // namespace migc::lower

#include "dialect/yaml_tree.h"

#include <fmt/format.h>

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace migc::dialect {
namespace {

// A facts file is a few hundred values; more is an alias that multiplies itself.
constexpr std::size_t kMaxNodes = 20000;
constexpr int kMaxDepth = 20;

class Converter {
 public:
  Converter(const source::Buffer& buffer, diag::Sink& sink) : buffer_(buffer), sink_(sink) {}

  YamlNode Convert(const YAML::Node& node, int depth) {
    YamlNode result;
    result.span = SpanOf(node.Mark(), node.IsScalar() ? node.Scalar().size() : 1);
    if (++count_ > kMaxNodes || depth > kMaxDepth) {
      Fail(result.span,
           fmt::format("it is larger or deeper than a dialect file may be: {} entries, {} levels", kMaxNodes, kMaxDepth));
      return result;
    }
    if (node.IsScalar()) {
      result.kind = YamlKind::kScalar;
      result.text = node.Scalar();
    } else if (node.IsSequence()) {
      result.kind = YamlKind::kList;
      for (const YAML::Node& item : node) {
        result.items.push_back(Convert(item, depth + 1));
        if (failed_) break;
      }
    } else if (node.IsMap()) {
      ConvertMap(node, depth, result);
    }
    return result;
  }

  source::Span SpanOf(const YAML::Mark& mark, std::size_t length) const {
    const auto size = static_cast<std::uint32_t>(buffer_.text().size());
    if (mark.is_null() || mark.line < 0) return {buffer_.id(), 0, 0};
    std::uint32_t offset = buffer_.LineStart(static_cast<std::uint32_t>(mark.line) + 1);
    // yaml-cpp counts columns in characters; a span counts bytes.
    for (int column = 0; column < mark.column && offset < size; ++column) {
      ++offset;
      while (offset < size && (static_cast<unsigned char>(buffer_.text()[offset]) & 0xC0U) == 0x80U) ++offset;
    }
    offset = std::min(offset, size);
    const std::size_t line_end = std::min<std::size_t>(buffer_.text().find('\n', offset), size);
    const std::size_t end =
        std::min<std::size_t>(offset + std::max<std::size_t>(length, 1), std::max<std::size_t>(line_end, offset));
    return {buffer_.id(), offset, static_cast<std::uint32_t>(end)};
  }

  void Fail(source::Span span, const std::string& reason) {
    if (!failed_) sink_.Report(diag::Make(diag::Kind::kDialectNotYaml, span, reason));
    failed_ = true;
  }
  bool failed() const { return failed_; }

 private:
  void ConvertMap(const YAML::Node& node, int depth, YamlNode& result) {
    result.kind = YamlKind::kMap;
    for (const auto& entry : node) {
      const source::Span key_span = SpanOf(entry.first.Mark(), entry.first.IsScalar() ? entry.first.Scalar().size() : 1);
      if (!entry.first.IsScalar()) return Fail(key_span, "a key must be a word");
      const std::string& key = entry.first.Scalar();
      for (const YamlEntry& earlier : result.entries) {
        if (earlier.key == key) return Fail(key_span, "the key \"" + key + "\" is there twice");
      }
      result.entries.push_back({key, key_span, Convert(entry.second, depth + 1)});
      if (failed_) return;
    }
  }

  const source::Buffer& buffer_;
  diag::Sink& sink_;
  std::size_t count_ = 0;
  bool failed_ = false;
};

}  // namespace

std::optional<YamlNode> ReadYaml(const source::Buffer& buffer, diag::Sink& sink) {
  Converter converter(buffer, sink);
  try {
    const YAML::Node root = YAML::Load(std::string(buffer.text()));
    YamlNode tree = converter.Convert(root, 0);
    if (!converter.failed() && tree.kind != YamlKind::kMap) converter.Fail(tree.span, "its top must be a list of `key: value`");
    if (converter.failed()) return std::nullopt;
    return tree;
  } catch (const YAML::Exception& error) {
    converter.Fail(converter.SpanOf(error.mark, 1), error.msg);
    return std::nullopt;
  }
}

}  // namespace migc::dialect

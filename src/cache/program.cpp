#include <elf.h>
#include <link.h>

#include <cstring>

#include "migc/cache/run_cache.h"

namespace migc::cache {
namespace {

std::size_t Padded(std::size_t size) { return (size + 3) & ~std::size_t{3}; }

// elf(5), "Notes (Nhdr)": a header, the name, then the descriptor, each padded to four bytes.
std::string BuildId(const char* at, std::size_t size) {
  while (size >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note{};
    std::memcpy(&note, at, sizeof note);
    const std::size_t whole = sizeof note + Padded(note.n_namesz) + Padded(note.n_descsz);
    if (whole > size) break;
    const std::string_view name(at + sizeof note, note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && name == std::string_view("GNU", 4)) {
      return {at + sizeof note + Padded(note.n_namesz), note.n_descsz};
    }
    at += whole;
    size -= whole;
  }
  return {};
}

// The first is the program itself.
int AddBuildId(dl_phdr_info* info, std::size_t /*size*/, void* data) {
  auto& ids = *static_cast<std::vector<std::string>*>(data);
  std::string id;
  for (int i = 0; i < info->dlpi_phnum && id.empty(); ++i) {
    const auto& segment = info->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    id = BuildId(reinterpret_cast<const char*>(info->dlpi_addr + segment.p_vaddr),
                 segment.p_memsz);  // NOLINT: as dl_iterate_phdr(3)
  }
  ids.push_back(id);
  return 0;
}

}  // namespace

std::string ProgramIdentity() {
  std::vector<std::string> ids;
  ::dl_iterate_phdr(AddBuildId, &ids);
  return ids.empty() || ids.front().empty() ? std::string() : RunOf(ids);
}

}  // namespace migc::cache

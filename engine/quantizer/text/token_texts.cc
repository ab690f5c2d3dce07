#include "quantizer/text/token_texts.h"

#include <charconv>

namespace sentibyte::quantizer {

Result<TokenTexts> parse_token_texts(std::string_view lines, const std::string& where) {
  TokenTexts texts;
  std::size_t number = 0;
  while (!lines.empty()) {
    ++number;
    const std::size_t end = lines.find('\n');
    std::string_view line = lines.substr(0, end);
    lines = end == std::string_view::npos ? std::string_view{} : lines.substr(end + 1);
    std::uint32_t length = 0;
    while (true) {
      const std::size_t start = line.find_first_not_of(" \t\r");
      if (start == std::string_view::npos) break;
      line.remove_prefix(start);
      const std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
      std::uint16_t id = 0;
      const auto [last, error] = std::from_chars(word.data(), word.data() + word.size(), id);
      if (error != std::errc{} || last != word.data() + word.size()) {
        return Error{ErrorCode::Input, where + ":" + std::to_string(number) + ": \"" + std::string(word.substr(0, 24)) +
                                           "\" is not a token id (0 to 65535)"};
      }
      texts.ids.push_back(id);
      ++length;
      line.remove_prefix(word.size());
    }
    if (length > 0) texts.lengths.push_back(length);
  }
  if (texts.empty()) return Error{ErrorCode::Input, where + ": no token ids in it"};
  return texts;
}

}  // namespace sentibyte::quantizer

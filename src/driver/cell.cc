#include "driver/cell.h"

#include <fmt/format.h>

#include <charconv>
#include <ostream>

#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

[[noreturn]] void FailExpecting(std::string_view what, const Cell& cell) {
  throw Error(ErrorKind::kInternal, fmt::format("expected {} from the database, got {}", what,
                                                cell.is_null() ? "NULL" : "\"" + cell.ToString() + "\""));
}

template <typename Number>
bool ReadNumber(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

int HexValue(char digit) {
  const char lower = static_cast<char>(digit | 0x20);
  return digit <= '9' ? digit - '0' : lower - 'a' + 10;
}

std::string ReadHex(std::string_view digits) {
  std::string bytes;
  bytes.reserve(digits.size() / 2);
  for (size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(HexValue(digits[i]) * 16 + HexValue(digits[i + 1]));
  }
  return bytes;
}

std::string ReadEscapes(std::string_view text) {
  std::string bytes;
  while (!text.empty()) {
    size_t length = 1;
    char byte = text[0];
    if (byte == '\\' && text.size() > 1) {
      const bool octal = text[1] != '\\' && text.size() > 3;
      length = octal ? 4 : 2;
      if (octal) byte = static_cast<char>((text[1] - '0') * 64 + (text[2] - '0') * 8 + text[3] - '0');
    }
    bytes += byte;
    text.remove_prefix(length);
  }
  return bytes;
}

}  // namespace

Cell Cell::Integer(int64_t value) {
  Cell cell;
  cell.kind_ = CellKind::kInteger;
  cell.integer_ = value;
  return cell;
}

Cell Cell::Real(double value) {
  Cell cell;
  cell.kind_ = CellKind::kReal;
  cell.real_ = value;
  return cell;
}

Cell Cell::Text(std::string_view text) {
  Cell cell;
  cell.kind_ = CellKind::kText;
  cell.data_ = text.data();
  cell.size_ = text.size();
  return cell;
}

Cell Cell::Blob(std::string_view bytes) {
  Cell cell = Text(bytes);
  cell.kind_ = CellKind::kBlob;
  return cell;
}

std::string_view Cell::AsText() const {
  if (kind_ != CellKind::kText && kind_ != CellKind::kBlob) FailExpecting("a text", *this);
  return {data_, size_};
}

std::string Cell::AsBytes() const {
  const std::string_view text = AsText();
  if (kind_ == CellKind::kBlob) return std::string(text);
  return text.starts_with("\\x") ? ReadHex(text.substr(2)) : ReadEscapes(text);
}

int64_t Cell::AsInteger() const {
  if (kind_ == CellKind::kInteger) return integer_;
  int64_t number = 0;
  if (kind_ != CellKind::kText || !ReadNumber({data_, size_}, number)) FailExpecting("an integer", *this);
  return number;
}

double Cell::AsReal() const {
  if (kind_ == CellKind::kReal) return real_;
  if (kind_ == CellKind::kInteger) return static_cast<double>(integer_);
  double number = 0;
  if (kind_ != CellKind::kText || !ReadNumber({data_, size_}, number)) FailExpecting("a number", *this);
  return number;
}

bool Cell::AsBool() const {
  if (kind_ == CellKind::kInteger) return integer_ != 0;
  const std::string_view text = kind_ == CellKind::kText ? AsText() : "";
  if (text != "t" && text != "f") FailExpecting("a boolean", *this);
  return text == "t";
}

std::string Cell::ToString() const {
  switch (kind_) {
    case CellKind::kNull:
      return "";
    case CellKind::kInteger:
      return std::to_string(integer_);
    case CellKind::kReal:
      return fmt::format("{}", real_);
    case CellKind::kText:
    case CellKind::kBlob:
      return {data_, size_};
  }
  return "";
}

bool Cell::operator==(const Cell& other) const {
  if (kind_ != other.kind_) return false;
  if (kind_ == CellKind::kInteger) return integer_ == other.integer_;
  if (kind_ == CellKind::kReal) return real_ == other.real_;
  return kind_ == CellKind::kNull || AsText() == other.AsText();
}

std::ostream& operator<<(std::ostream& out, const Cell& cell) {
  if (cell.is_null()) return out << "NULL";
  if (cell.kind() == CellKind::kText) return out << "'" << cell.AsText() << "'";
  if (cell.kind() != CellKind::kBlob) return out << cell.ToString();
  out << "x'";
  for (const char byte : cell.AsText()) out << fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return out << "'";
}

}  // namespace limbeck::driver

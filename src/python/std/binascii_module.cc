#include <array>

#include "python/integers.h"
#include "python/std/hexadecimal.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

#include <zlib.h>

// binascii and zlib: bytes as text, checksums, and bytes made small.

namespace limbeck::python {
namespace {

const TypeObject* ErrorType() {
  static const TypeObject* const kType = MakeExceptionType("Error", "binascii", Exceptions().value_error);
  return kType;
}
const TypeObject* IncompleteType() {
  static const TypeObject* const kType = MakeExceptionType("Incomplete", "binascii", Exceptions().exception);
  return kType;
}

/// bytes, or a str of ASCII.
std::string ReadAscii(const Value& value) {
  const auto* text = Cast<StrObject>(value);
  if (text == nullptr) return RequireBytes(value);
  if (!text->is_ascii()) RaiseValueError("string argument should contain only ASCII characters");
  return text->text();
}

// ------------------------------------------------------------------------------------------ hexadecimal

/// With a separator between groups of bytes, which are counted from the end (from the start when negative).
std::string Separated(const std::string& hex, const std::string& separator, int64_t group) {
  const auto size = static_cast<size_t>(std::abs(group)) * 2;
  if (separator.empty() || size == 0) return hex;
  std::string text;
  for (size_t i = 0; i < hex.size(); ++i) {
    const size_t from = group > 0 ? hex.size() - i : i;
    if (i > 0 && from % size == 0) text += separator;
    text += hex[i];
  }
  return text;
}

Value Hexlify(Interpreter&, Arguments& arguments) {
  const std::string data = RequireBytes(arguments.Required("data"));
  const Value separator = arguments.Optional("sep");
  const int64_t group = arguments.Int("bytes_per_sep", 1);
  arguments.Finish();
  return MakeBytes(Separated(ToHex(data), BytesOf(separator, true).value_or(""), group));
}

Value Unhexlify(Interpreter&, Arguments& arguments) {
  const std::string digits = ReadAscii(arguments.Required("hexstr"));
  arguments.Finish();
  std::optional<std::string> bytes = FromHex(digits);
  if (!bytes) Raise(ErrorType(), digits.size() % 2 != 0 ? "Odd-length string" : "Non-hexadecimal digit found");
  return MakeBytes(std::move(*bytes));
}

// ------------------------------------------------------------------------------------------ base64

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string Base64Of(std::string_view data) {
  std::string text;
  for (size_t i = 0; i < data.size(); i += 3) {
    const size_t count = std::min<size_t>(3, data.size() - i);
    uint32_t bits = 0;
    for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < count ? static_cast<unsigned char>(data[i + k]) : 0U);
    for (size_t k = 0; k < 4; ++k) text += k <= count ? kAlphabet[bits >> (18 - 6 * k) & 63] : '=';
  }
  return text;
}

Value B2aBase64(Interpreter&, Arguments& arguments) {
  const std::string data = RequireBytes(arguments.Required("data"));
  const bool newline = arguments.KeywordBool("newline", true);
  arguments.Finish();
  return MakeBytes(Base64Of(data) + (newline ? "\n" : ""));
}

/// Characters of no meaning are passed over, unless `strict`.
std::string FromBase64(std::string_view text, bool strict) {
  std::string bytes;
  uint32_t bits = 0;
  size_t digits = 0;
  size_t padding = 0;
  for (const char c : text) {
    if (c == '=') {
      if (strict && (digits % 4 < 2))
        Raise(ErrorType(), digits == 0 ? "Leading padding not allowed" : "Excess data after padding");
      ++padding;
      if (digits % 4 >= 2 && digits % 4 + padding >= 4) {
        if (strict && &c != &text.back()) Raise(ErrorType(), "Excess data after padding");
        return bytes;
      }
      continue;
    }
    const size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) {
      if (strict) Raise(ErrorType(), "Only base64 data is allowed");
      continue;
    }
    if (strict && padding > 0) Raise(ErrorType(), "Discontinuous padding not allowed");
    padding = 0;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    ++digits;
    if (digits % 4 != 1) bytes += static_cast<char>(bits >> (6 - 2 * ((digits - 1) % 4)) & 0xFF);
  }
  if (digits % 4 == 1) {
    Raise(ErrorType(), "Invalid base64-encoded string: number of data characters (" + std::to_string(digits) +
                           ") cannot be 1 more than a multiple of 4");
  }
  if (digits % 4 != 0) Raise(ErrorType(), "Incorrect padding");
  return bytes;
}

Value A2bBase64(Interpreter&, Arguments& arguments) {
  const std::string text = ReadAscii(arguments.Required("data"));
  const bool strict = arguments.KeywordBool("strict_mode", false);
  arguments.Finish();
  return MakeBytes(FromBase64(text, strict));
}

// ------------------------------------------------------------------------------------------ checksums and zlib

template <uLong (*kFunction)(uLong, const Bytef*, z_size_t), int64_t kStart>
Value Checksum(Interpreter&, Arguments& arguments) {
  const std::string data = RequireBytes(arguments.Required("data"));
  const int64_t start = arguments.Int("value", kStart);
  arguments.Finish();
  const uLong sum =
      kFunction(static_cast<uLong>(start & 0xFFFFFFFF), reinterpret_cast<const Bytef*>(data.data()), data.size());
  return Value::Int(static_cast<int64_t>(sum));
}

const TypeObject* ZlibErrorType() {
  static const TypeObject* const kType = MakeExceptionType("error", "zlib", Exceptions().exception);
  return kType;
}

[[noreturn]] void RaiseZlib(int code, const char* what, const char* detail) {
  std::string text = "Error " + std::to_string(code) + " while " + what;
  if (detail != nullptr) text += std::string(": ") + detail;
  Raise(ZlibErrorType(), text);
}

/// Runs deflate() or inflate() until all has gone through.
template <int (*kStep)(z_streamp, int)>
int RunThrough(z_stream& stream, std::string_view data, std::string& result) {
  std::array<char, 16'384> buffer;
  stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  int code = Z_OK;
  while (code == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    code = kStep(&stream, Z_FINISH);
    if (code == Z_BUF_ERROR && stream.avail_out == 0) code = Z_OK;
    result.append(buffer.data(), buffer.size() - stream.avail_out);
  }
  return code;
}

Value Compress(Interpreter&, Arguments& arguments) {
  const std::string data = RequireBytes(arguments.Required("data"));
  const int64_t level = arguments.Int("level", -1);
  const int64_t window = arguments.Int("wbits", MAX_WBITS);
  arguments.Finish();
  z_stream stream{};
  if (deflateInit2(&stream, static_cast<int>(level), Z_DEFLATED, static_cast<int>(window), 8, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    Raise(ZlibErrorType(), "Bad compression level");
  }
  std::string result;
  RunThrough<deflate>(stream, data, result);
  deflateEnd(&stream);
  return MakeBytes(std::move(result));
}

Value Decompress(Interpreter&, Arguments& arguments) {
  const std::string data = RequireBytes(arguments.Required("data"));
  const int64_t window = arguments.Int("wbits", MAX_WBITS);
  arguments.Optional("bufsize");
  arguments.Finish();
  z_stream stream{};
  if (inflateInit2(&stream, static_cast<int>(window)) != Z_OK) RaiseValueError("Invalid initialization option");
  std::string result;
  const int code = RunThrough<inflate>(stream, data, result);
  const std::string detail = stream.msg == nullptr ? "incomplete or truncated stream" : stream.msg;
  inflateEnd(&stream);
  if (code != Z_STREAM_END) RaiseZlib(code, "decompressing data", detail.c_str());
  return MakeBytes(std::move(result));
}

constexpr NativeFunction kBinasciiFunctions[] = {
    {"hexlify", Hexlify},      {"b2a_hex", Hexlify},      {"unhexlify", Unhexlify},        {"a2b_hex", Unhexlify},
    {"b2a_base64", B2aBase64}, {"a2b_base64", A2bBase64}, {"crc32", Checksum<crc32_z, 0>},
};
constexpr NativeFunction kZlibFunctions[] = {{"compress", Compress},
                                             {"decompress", Decompress},
                                             {"crc32", Checksum<crc32_z, 0>},
                                             {"adler32", Checksum<adler32_z, 1>}};

}  // namespace

void FillBinascii(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kBinasciiFunctions);
  AddType(module, ErrorType());
  AddType(module, IncompleteType());
}

void FillZlib(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kZlibFunctions);
  AddType(module, ZlibErrorType());
  AddValue(module, "MAX_WBITS", Value::Int(MAX_WBITS));
  AddValue(module, "DEFLATED", Value::Int(Z_DEFLATED));
  AddValue(module, "Z_DEFAULT_COMPRESSION", Value::Int(Z_DEFAULT_COMPRESSION));
  AddValue(module, "Z_BEST_COMPRESSION", Value::Int(Z_BEST_COMPRESSION));
  AddValue(module, "Z_BEST_SPEED", Value::Int(Z_BEST_SPEED));
}

}  // namespace limbeck::python

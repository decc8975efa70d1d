#pragma once

#include <string>

/// Copies the database, whoever else has it open. Throws std::runtime_error.
void CopyDatabase(const std::string& from, const std::string& to);

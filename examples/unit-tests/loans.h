#pragma once

struct sqlite3;

/// Lends a book: false when no copy is left or the member has it already. Nothing has changed then.
bool Lend(sqlite3* connection, int book, int member);

/// How many books a member has.
int CountLoans(sqlite3* connection, int member);

#pragma once

#include <libpq-fe.h>

#include <memory>
#include <span>

namespace limbeck::driver::postgresql {

/// The functions of libpq that are used: those of every version, and those that came with version 14 (the pipeline).
#define LIMBECK_LIBPQ_FUNCTIONS(X) \
  X(PQcancel)                      \
  X(PQclear)                       \
  X(PQcmdStatus)                   \
  X(PQcmdTuples)                   \
  X(PQconndefaults)                \
  X(PQconninfoFree)                \
  X(PQconnectdbParams)             \
  X(PQconninfo)                    \
  X(PQconsumeInput)                \
  X(PQdb)                          \
  X(PQerrorMessage)                \
  X(PQfinish)                      \
  X(PQflush)                       \
  X(PQfmod)                        \
  X(PQfname)                       \
  X(PQfreeCancel)                  \
  X(PQfreemem)                     \
  X(PQftype)                       \
  X(PQgetCancel)                   \
  X(PQgetCopyData)                 \
  X(PQgetResult)                   \
  X(PQgetisnull)                   \
  X(PQgetlength)                   \
  X(PQgetvalue)                    \
  X(PQisBusy)                      \
  X(PQnfields)                     \
  X(PQntuples)                     \
  X(PQparameterStatus)             \
  X(PQputCopyEnd)                  \
  X(PQresultErrorField)            \
  X(PQresultErrorMessage)          \
  X(PQresultStatus)                \
  X(PQsendPrepare)                 \
  X(PQsendQuery)                   \
  X(PQsendQueryParams)             \
  X(PQsendQueryPrepared)           \
  X(PQserverVersion)               \
  X(PQsetNoticeReceiver)           \
  X(PQsetSingleRowMode)            \
  X(PQsetnonblocking)              \
  X(PQsocket)                      \
  X(PQstatus)                      \
  X(PQtransactionStatus)           \
  X(PQbackendPID)
#define LIMBECK_LIBPQ_PIPELINE_FUNCTIONS(X) \
  X(PQenterPipelineMode)                    \
  X(PQexitPipelineMode)                     \
  X(PQpipelineSync)                         \
  X(PQsendFlushRequest)

/// libpq, loaded at run time: its functions under their own names, so that a call reads `pq.PQfinish(connection)`.
/// Immutable and shared by threads.
struct Libpq {
// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration takes none
#define LIMBECK_DECLARE(name) decltype(&::name) name = nullptr;
  LIMBECK_LIBPQ_FUNCTIONS(LIMBECK_DECLARE)
  LIMBECK_LIBPQ_PIPELINE_FUNCTIONS(LIMBECK_DECLARE)
#undef LIMBECK_DECLARE

  /// False with a libpq older than 14.
  bool has_pipeline() const {
    return PQsendFlushRequest != nullptr;
  }
};

/// Loads the first library of these names that is there. Throws kUnsupported, naming the package, when none is.
Libpq LoadLibpq(std::span<const char* const> names);

/// The machine's libpq, loaded by the first call. Throws as LoadLibpq does.
const Libpq& TheLibpq();

struct FinishConnection {
  bool is_ours = true;
  void operator()(PGconn* connection) const {
    if (is_ours) TheLibpq().PQfinish(connection);
  }
};
using ConnectionPtr = std::unique_ptr<PGconn, FinishConnection>;

struct ClearResult {
  void operator()(PGresult* result) const { TheLibpq().PQclear(result); }
};
using ResultPtr = std::unique_ptr<PGresult, ClearResult>;

struct FreeCancel {
  void operator()(PGcancel* cancel) const { TheLibpq().PQfreeCancel(cancel); }
};
using CancelPtr = std::unique_ptr<PGcancel, FreeCancel>;

}  // namespace limbeck::driver::postgresql

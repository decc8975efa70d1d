#pragma once

#include <limbeck/models.h>

/// Members, books, and who has which.
limbeck::Models LibraryModels();

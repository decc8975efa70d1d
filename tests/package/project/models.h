#pragma once

#include <limbeck/models.h>

limbeck::Models ShopModels();

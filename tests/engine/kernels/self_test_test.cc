#include "kernels/self_test.h"

#include <gtest/gtest.h>

TEST(SelfTest, ThisMachineComputesWhatTheSpecificationSays) { EXPECT_TRUE(sentibyte::kernels::self_test()); }

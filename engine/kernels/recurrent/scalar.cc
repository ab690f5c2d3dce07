#include "kernels/vector/scalar.h"

#include "kernels/recurrent/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void gru_step(const RecurrentStep& task) { generic::gru_step<V>(task); }

void rnn_step(const RecurrentStep& task) { generic::rnn_step<V>(task); }

}  // namespace sentibyte::kernels::scalar

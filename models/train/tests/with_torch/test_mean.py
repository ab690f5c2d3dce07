import pytest
import torch

from sentibyte_train.commands.mean import mean
from sentibyte_train.errors import DataError


def test_every_weight_is_the_mean_of_its_courses():
    courses = [{"a": torch.tensor([1.0, 4.0]), "b": torch.tensor(2.0)}, {"a": torch.tensor([3.0, 0.0]), "b": torch.tensor(5.0)}]
    found = mean(courses)
    assert found["a"].tolist() == [2.0, 2.0] and found["b"].item() == 3.5
    assert found["a"].dtype == torch.float32


@pytest.mark.parametrize("other", [{"a": torch.zeros(3)}, {"b": torch.zeros(2)}])
def test_weights_of_different_networks_are_refused(other):
    with pytest.raises(DataError):
        mean([{"a": torch.zeros(2)}, other])

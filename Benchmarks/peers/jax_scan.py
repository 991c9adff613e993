"""JAX: an epoch is one compiled `lax.scan` over the examples; parameters are donated."""

import time
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

from peer import RATE, serve

jax.config.update("jax_enable_x64", True)


def loss(parameters, x, label):
    w1, b1, w2, b2 = parameters
    z = jax.nn.sigmoid(w1 @ x + b1)
    return -jax.nn.log_softmax(w2 @ z + b2)[label]


def step(parameters, example):
    gradients = jax.grad(loss)(parameters, *example)
    return jax.tree.map(lambda p, g: p - RATE * g, parameters, gradients), None


@partial(jax.jit, donate_argnums=0)
def epoch(parameters, x, labels):
    return jax.lax.scan(step, parameters, (x, labels))[0]


def train(x, labels, alpha, beta):
    parameters = [jnp.array(p) for p in (alpha[:, 1:], alpha[:, 0], beta[:, 1:], beta[:, 0])]
    x, labels = jnp.array(x), jnp.array(labels)
    compiled = epoch.lower(parameters, x, labels).compile()
    start = time.perf_counter()
    w1, b1, w2, b2 = jax.block_until_ready(compiled(parameters, x, labels))
    seconds = time.perf_counter() - start
    return seconds, np.column_stack([b1, w1]), np.column_stack([b2, w2])


serve(train)

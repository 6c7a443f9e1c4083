/** Serialises and deserialises the records of the contract. */
@NullMarked
package io.keeling.contract.serde;

import org.jspecify.annotations.NullMarked;

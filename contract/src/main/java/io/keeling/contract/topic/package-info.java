/** The topics: their names, settings and what they are for. */
@NullMarked
package io.keeling.contract.topic;

import org.jspecify.annotations.NullMarked;

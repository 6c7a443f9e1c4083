/** Data that pages carry for machines: JSON-LD and the state of scripts. */
@NullMarked
package io.keeling.reader.structured;

import org.jspecify.annotations.NullMarked;

/** The sources, in which articles are looked for. */
@NullMarked
package io.keeling.contract.source;

import org.jspecify.annotations.NullMarked;

/** Makes text fit for storage and display. */
@NullMarked
package io.keeling.contract.text;

import org.jspecify.annotations.NullMarked;

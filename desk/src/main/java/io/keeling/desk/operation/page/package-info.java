/** The pages by which operators run Keeling. */
@NullMarked
package io.keeling.desk.operation.page;

import org.jspecify.annotations.NullMarked;

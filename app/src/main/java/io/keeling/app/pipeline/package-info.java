/** All roles in one process. */
@NullMarked
package io.keeling.app.pipeline;

import org.jspecify.annotations.NullMarked;

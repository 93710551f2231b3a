/** A benefit service as small as can be, to try the platform on. */
@NullMarked
package org.huizhu.platform.testapp;

import org.jspecify.annotations.NullMarked;

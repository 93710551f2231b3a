/** Rehabilitation, devices and the family doctor: who is entitled to them and why. */
@NullMarked
package org.huizhu.rehab;

import org.jspecify.annotations.NullMarked;

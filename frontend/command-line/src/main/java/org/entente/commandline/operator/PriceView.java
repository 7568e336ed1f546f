package org.entente.commandline.operator;

import java.math.BigDecimal;

/**
 * What one unit of a meter costs.
 *
 * @param per what the price buys, for instance {@code hour}
 */
public record PriceView(String meter, BigDecimal unitPrice, String currency, String per) {}

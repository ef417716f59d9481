// How much longer than usual is waited for something that should come: on a machine that has much else to do, a number
// above 1 in GRIFFIER_E2E_PATIENCE keeps what is only slow from being called broken.

export const patience = Number(process.env.GRIFFIER_E2E_PATIENCE ?? 1);

package resolvers

import (
	"context"

	"partnerledger/graph"
	"partnerledger/models"
)

// partnerOf is the partner that something names, if it names one.
func partnerOf(ctx context.Context, id *int64) (*models.Partner, error) {
	if id == nil {
		return nil, nil
	}
	return load(ctx).partner.Load(ctx, *id)
}

// once is what is shown only now; null where nothing was made.
func once(secret string) *string {
	if secret == "" {
		return nil
	}
	return &secret
}

func partnerToken(made *models.Token, token string, err error) (*graph.CreatePartnerAccessTokenPayload, error) {
	problems, err := mistakes(err)
	payload := &graph.CreatePartnerAccessTokenPayload{Token: once(token), UserErrors: problems}
	if made != nil {
		payload.ExpiresAt = made.ExpiresAt
	}
	return payload, err
}

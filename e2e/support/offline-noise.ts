/** What a browser says when the network is away: of requests, sockets, and a worker that was not loaded yet. */
export const OFFLINE_NOISE = /net::ERR_|Failed to fetch|WebSocket connection|importScripts/
